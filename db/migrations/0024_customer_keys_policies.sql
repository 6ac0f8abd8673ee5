-- A key may speak for one customer: it reads that customer's rows, by the policies of people of that customer.
alter table api_keys drop constraint api_keys_role_check;
--> statement-breakpoint
alter table api_keys add check (role in ('admin', 'manager', 'customer')),
  add check ((role = 'customer') = (customer_id is not null));
--> statement-breakpoint
grant select (customer_id) on api_keys to dueline_staff;
--> statement-breakpoint
-- The reports join customers by the name and code that they had; a customer's own row, and no other, is there to join.
grant select (code) on customer_versions to dueline_customer;
--> statement-breakpoint
alter table promises add check (cancelled_at is not null or (cancelled_by is null and cancel_reason is null));
alter table disputes add check (resolved_at is not null or resolved_by is null);
--> statement-breakpoint
grant update (cancelled_by, cancel_reason) on promises to dueline_staff;
grant update (resolved_by) on disputes to dueline_staff;
