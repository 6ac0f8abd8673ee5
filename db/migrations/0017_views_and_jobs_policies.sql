alter table saved_views
  add foreign key (org_id) references organizations,
  add check (path ~ '^/'),
  add check (length(name) between 1 and 80),
  add check (length(query) <= 4000);
alter table dashboards
  add foreign key (org_id) references organizations,
  add check (length(name) between 1 and 80),
  add check (jsonb_typeof(layout) = 'array' and jsonb_array_length(layout) <= 40);
alter table preferences
  add foreign key (org_id) references organizations,
  add check (length(value::text) <= 4000);
alter table report_jobs
  add foreign key (org_id) references organizations,
  add check (state in ('queued', 'running', 'done', 'failed')),
  add check ((state = 'done') = (file is not null)),
  add check (pages_done >= 0 and pages_total >= pages_done);
alter table organizations add check (
  array_position(provision_rates, null) is null and 0 <= all (provision_rates) and 100 >= all (provision_rates));
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['saved_views', 'dashboards', 'preferences', 'report_jobs'] loop
    execute format('create policy staff_rows on %I to dueline_staff, dueline_manager using (org_id = (select app.org_id()))', t);
    execute format('create policy owner_rows on %I to %I using (org_id = (select app.org_id()))', t, current_user);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to dueline_staff, dueline_manager', t);
  end loop;
end $$;
--> statement-breakpoint
-- What somebody arranged for the own screen is no part of the books: managers arrange theirs too.
grant update (name, query, is_shared), delete on saved_views to dueline_staff, dueline_manager;
grant update (name, layout, version, is_shared, updated_at), delete on dashboards to dueline_staff, dueline_manager;
grant update (value, updated_at), delete on preferences to dueline_staff, dueline_manager;
grant update (state, pages_done, pages_total, file_name, file, problem, started_at, ended_at), delete on report_jobs
  to dueline_staff, dueline_manager;
grant update (provision_rates) on organizations to dueline_staff;
-- The worker looks for what is to be made, and throws away what is old; it makes files in the organization's own scope.
create policy jobs_to_do on report_jobs for select to dueline_job using (true);
create policy old_files on report_jobs for delete to dueline_job using (created_at < now() - interval '7 days');
grant select (id, org_id, created_by, kind, state, created_at, started_at), delete on report_jobs to dueline_job;
--> statement-breakpoint

create or replace function app.remove_sample() returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare org uuid := app.org_id(); t text; people uuid[];
begin
  if not exists (select from organizations where id = org and is_sample) then
    raise exception 'only sample books can be removed' using errcode = 'DL004';
  end if;
  select array_agg(user_id) into people from memberships where org_id = org;
  foreach t in array array['saved_views', 'dashboards', 'preferences', 'report_jobs',
    'reminder_lines', 'reminders', 'reminder_runs', 'reminder_policies', 'holds', 'notes',
    'allocations', 'open_items', 'payment_details', 'document_lines',
    'late_charges', 'discount_terms', 'transfers', 'exchange_rates', 'draft_invoices', 'recurring_periods', 'recurring_invoices', 'promises', 'disputes',
    'imports', 'report_runs', 'requests', 'activity', 'activity_heads', 'number_series', 'invitations', 'api_keys',
    'memberships', 'contacts', 'services', 'beneficiaries'] loop
    execute format('delete from %I where org_id = $1', t) using org;
  end loop;
  delete from documents where org_id = org;
  delete from customers where org_id = org;
  delete from sessions where user_id = any(people) and not exists (
    select from memberships m where m.user_id = sessions.user_id);
  delete from users where id = any(people) and not exists (
    select from memberships m where m.user_id = users.id);
  delete from organizations where id = org;
end $$;
