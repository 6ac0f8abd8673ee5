-- A customer's earlier names, for reports that are made again. At the end of the transaction, so that nobody who still waits
-- for a customer already holds the organization's ledger.
create function app.keep_customer_version() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into customer_versions (org_id, customer_id, recorded_at, name, code, parent_id)
    select old.org_id, old.id, old.created_at, old.name, old.code, old.parent_id
    where not exists (select from customer_versions where org_id = old.org_id and customer_id = old.id);
  insert into customer_versions (org_id, customer_id, recorded_at, name, code, parent_id)
    values (new.org_id, new.id, app.recorded_at(), new.name, new.code, new.parent_id)
    on conflict (org_id, customer_id, recorded_at)
      do update set name = excluded.name, code = excluded.code, parent_id = excluded.parent_id;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger customers_versions after update of name, code, parent_id on customers
  deferrable initially deferred for each row
  when ((old.name, old.code, old.parent_id) is distinct from (new.name, new.code, new.parent_id))
  execute function app.keep_customer_version();
--> statement-breakpoint
create policy staff_rows on customer_versions to dueline_staff, dueline_manager using (org_id = (select app.org_id()));
create policy customer_rows on customer_versions for select to dueline_customer
  using (org_id = (select app.org_id()) and customer_id = (select app.customer_id()));
do $$ begin
  execute format('create policy owner_rows on customer_versions to %I using (org_id = (select app.org_id()))', current_user);
end $$;
alter table customer_versions enable row level security;
alter table customer_versions force row level security;
grant select on customer_versions to dueline_staff, dueline_manager;
grant select (org_id, customer_id, recorded_at, name) on customer_versions to dueline_customer;
