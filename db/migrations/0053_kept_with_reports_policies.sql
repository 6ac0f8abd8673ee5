-- Owners and tags are kept like names: reports are made again with those of their time.
create or replace function app.keep_customer_version() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into customer_versions (org_id, customer_id, recorded_at, name, code, parent_id, owner, tags)
    select old.org_id, old.id, old.created_at, old.name, old.code, old.parent_id, old.owner, old.tags
    where not exists (select from customer_versions where org_id = old.org_id and customer_id = old.id);
  insert into customer_versions (org_id, customer_id, recorded_at, name, code, parent_id, owner, tags)
    values (new.org_id, new.id, app.recorded_at(), new.name, new.code, new.parent_id, new.owner, new.tags)
    on conflict (org_id, customer_id, recorded_at)
      do update set name = excluded.name, code = excluded.code, parent_id = excluded.parent_id,
        owner = excluded.owner, tags = excluded.tags;
  return null;
end $$;
--> statement-breakpoint
drop trigger customers_versions on customers;
--> statement-breakpoint
create constraint trigger customers_versions after update of name, code, parent_id, owner, tags on customers
  deferrable initially deferred for each row
  when ((old.name, old.code, old.parent_id, old.owner, old.tags) is distinct from (new.name, new.code, new.parent_id, new.owner, new.tags))
  execute function app.keep_customer_version();
