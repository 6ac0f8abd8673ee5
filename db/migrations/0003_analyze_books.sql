-- A large import into young tables: until statistics exist, the planner checks foreign keys through whichever index comes
-- first, and each row costs as much as its customer has rows. Only the owner may analyze; staff may ask for it.
create function app.analyze_books(adding bigint) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if (select reltuples from pg_class where oid = 'public.open_items'::regclass) >= adding then
    return;
  end if;
  begin
    lock table customers, documents, payment_details, open_items, allocations in share update exclusive mode nowait;
  exception when lock_not_available then
    return; -- somebody is at it
  end;
  analyze customers, documents, payment_details, open_items, allocations;
end $$;
--> statement-breakpoint
revoke all on function app.analyze_books(bigint) from public;
grant execute on function app.analyze_books(bigint) to dueline_staff;
