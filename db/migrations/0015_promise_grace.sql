-- How long a promise is waited for decides whether it is told as broken: to the staff and in the portal alike. A customer
-- may know that, and nothing else of when the business reminds.
create function app.promise_grace_days() returns int language sql stable security definer
set search_path = public, pg_temp as $$
  select coalesce((select (policy ->> 'graceDays')::int from reminder_policies where org_id = app.org_id()), 0)
$$;
--> statement-breakpoint
revoke all on function app.promise_grace_days() from public;
--> statement-breakpoint
grant execute on function app.promise_grace_days() to dueline_staff, dueline_manager, dueline_customer;
