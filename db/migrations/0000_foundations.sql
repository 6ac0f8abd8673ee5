-- Roles belong to the whole server, so another database on it may have made them already.
do $$
declare r text;
begin
  foreach r in array array['dueline_staff', 'dueline_manager', 'dueline_customer', 'dueline_auth', 'dueline_job'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I nologin', r);
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'dueline_app') then
    create role dueline_app login noinherit;
  end if;
  grant dueline_staff, dueline_manager, dueline_customer, dueline_auth, dueline_job to dueline_app;
end $$;
--> statement-breakpoint
create schema app;
--> statement-breakpoint
create function app.org_id() returns uuid language sql stable parallel safe
as $$ select nullif(current_setting('app.org_id', true), '')::uuid $$;
--> statement-breakpoint
create function app.customer_id() returns uuid language sql stable parallel safe
as $$ select nullif(current_setting('app.customer_id', true), '')::uuid $$;
