-- A person of a customer writes as a role of its own, which sees what dueline_customer sees. Keys of a customer, and staff who
-- look at a customer's portal, stay with dueline_customer: that one can write nothing.
do $$
begin
  if not exists (select from pg_roles where rolname = 'dueline_portal') then
    create role dueline_portal nologin;
  end if;
  grant dueline_customer to dueline_portal;
  grant dueline_portal to dueline_app;
end $$;
--> statement-breakpoint
grant usage on schema public, app to dueline_portal;
grant execute on function app.recorded_at() to dueline_portal;
--> statement-breakpoint

alter table payment_intents
  add foreign key (org_id) references organizations,
  add check (amount_minor > 0 and amount_minor <= 90000000000000),
  add check (credit_minor >= 0),
  add check (provider in ('transfer', 'stripe', 'test')),
  add check ((noticed_at is null) = (sent_on is null)),
  add check ((dismissed_at is null) = (dismiss_reason is null)),
  add constraint payment_intents_end check (dismissed_at is null or document_id is null);
alter table payment_intent_parts add check (amount_minor > 0);
alter table organizations add check (length(bank_details) between 1 and 2000);
alter table memberships add constraint memberships_owner check (role = 'customer' or not is_owner);
-- Whoever the business let in so far answers for the account.
update memberships set is_owner = true where role = 'customer';
update invitations set is_owner = true where role = 'customer' and used_at is null;
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['payment_intents', 'payment_intent_parts'] loop
    execute format('create policy staff_rows on %I to dueline_staff, dueline_manager using (org_id = (select app.org_id()))', t);
    execute format('create policy customer_rows on %I for select to dueline_customer
      using (org_id = (select app.org_id()) and customer_id = (select app.customer_id()))', t);
    execute format('create policy owner_rows on %I to %I using (org_id = (select app.org_id()))', t, current_user);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to dueline_staff, dueline_manager', t);
  end loop;
  foreach t in array array['requests', 'contacts'] loop
    execute format('create policy portal_rows on %I to dueline_portal
      using (org_id = (select app.org_id()) and customer_id = (select app.customer_id()))', t);
  end loop;
end $$;
--> statement-breakpoint
create policy customer_rows on contacts for select to dueline_customer
  using (org_id = (select app.org_id()) and customer_id = (select app.customer_id()));
-- What a person of a customer may add: only what is new, and only of the own customer.
create policy portal_adds on payment_intents for insert to dueline_portal
  with check (org_id = (select app.org_id()) and customer_id = (select app.customer_id()) and noticed_at is null
    and withdrawn_at is null and dismissed_at is null and dismissed_by is null and document_id is null);
create policy portal_adds on payment_intent_parts for insert to dueline_portal
  with check (org_id = (select app.org_id()) and customer_id = (select app.customer_id()));
create policy portal_adds on promises for insert to dueline_portal
  with check (org_id = (select app.org_id()) and customer_id = (select app.customer_id()) and cancelled_at is null);
create policy portal_adds on disputes for insert to dueline_portal
  with check (org_id = (select app.org_id()) and customer_id = (select app.customer_id()) and resolved_at is null);
create policy portal_adds on activity for insert to dueline_portal
  with check (org_id = (select app.org_id()) and customer_id = (select app.customer_id()));
-- What it may change.
create policy portal_changes on payment_intents for update to dueline_portal
  using (org_id = (select app.org_id()) and customer_id = (select app.customer_id()) and dismissed_at is null
    and document_id is null);
create policy portal_changes on customers for update to dueline_portal
  using (org_id = (select app.org_id()) and id = (select app.customer_id()));
--> statement-breakpoint

grant update (dismissed_at, dismissed_by, dismiss_reason, document_id) on payment_intents to dueline_staff;
grant update (bank_details) on organizations to dueline_staff;
grant select (is_owner) on invitations to dueline_staff;
grant select (bank_details) on organizations to dueline_customer;
grant select (id, org_id, customer_id, currency, amount_minor, credit_minor, provider, reference, recorded_at, noticed_at,
  sent_on, withdrawn_at, dismissed_at, dismiss_reason, document_id) on payment_intents to dueline_customer;
grant select on payment_intent_parts, contacts to dueline_customer;
grant insert on payment_intents, payment_intent_parts, promises, disputes, activity to dueline_portal;
grant update (noticed_at, sent_on, withdrawn_at) on payment_intents to dueline_portal;
grant select, insert on requests to dueline_portal;
grant update (answer) on requests to dueline_portal;
grant insert, delete on contacts to dueline_portal;
grant update (name, title, email, phone, roles) on contacts to dueline_portal;
grant update (email, phone, address) on customers to dueline_portal;
