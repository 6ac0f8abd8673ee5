alter table connections
  add foreign key (org_id) references organizations,
  add check (source in ('unified')),
  add check (length(account) between 1 and 200),
  add check ((ended_at is null) = (sealed_key is not null)),
  add check (currency ~ '^[A-Z]{3}$'),
  add check (length(problem) <= 1000);
alter table source_rows
  add foreign key (org_id) references organizations,
  add check (object in ('contact', 'invoice', 'credit_memo', 'payment')),
  add check (state in ('new', 'checked', 'booked', 'quarantined')),
  add check ((state = 'quarantined') = (reason is not null)),
  add check (deposit_id is null or object = 'invoice'),
  add check ((document_id is null and deposit_id is null) or customer_id is not null);
alter table source_hints
  add foreign key (org_id) references organizations,
  add check (object in ('contact', 'invoice', 'credit_memo', 'payment')),
  add check (length(source_id) between 1 and 200);
alter table sync_runs
  add foreign key (org_id) references organizations,
  add check (kind in ('full', 'changes')),
  add check (step in ('fetch', 'check', 'load', 'totals'));
alter table job_runs
  drop constraint job_runs_job_check,
  add check (job in ('recurring', 'late-fees', 'reminders', 'statements', 'digest', 'verify', 'sync')),
  add check (slot between 0 and 23);
alter table documents
  drop constraint documents_source_check,
  add constraint documents_source_check check (source in ('staff', 'api', 'import', 'sample', 'recurring', 'rule', 'sync'));
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['connections', 'source_rows', 'source_hints', 'sync_runs'] loop
    execute format('create policy staff_rows on %I to dueline_staff, dueline_manager using (org_id = (select app.org_id()))', t);
    execute format('create policy owner_rows on %I to %I using (org_id = (select app.org_id()))', t, current_user);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to dueline_staff', t);
  end loop;
end $$;
--> statement-breakpoint
-- A manager reads how the sync goes, never what opens the other books.
grant select on source_rows, source_hints, sync_runs to dueline_manager;
grant select (id, org_id, source, region, account, system, company, currency, time_zone, cursors, problem, created_by, created_at,
  ended_at) on connections to dueline_manager;
grant update (region, sealed_key, sealed_secret, system, company, currency, time_zone, cursors, problem, created_by, created_at,
  ended_at) on connections to dueline_staff;
grant update (raw, print, changed_there_at, read_by, gone_at, state, fact, contact_id, currency, open_minor, reason, detail, fix, customer_id,
  document_id, deposit_id, booked, is_unapplied, changed_at) on source_rows to dueline_staff;
grant update (noted_at), delete on source_hints to dueline_staff;
grant update (kind, step, cursor, counts, totals, log, ended_at) on sync_runs to dueline_staff;
-- The worker plans for whoever is connected; a webhook comes in before anybody is known.
create policy every_business on connections for select to dueline_job using (true);
grant select (id, org_id, ended_at) on connections to dueline_job;
grant select (slot) on job_runs to dueline_job;
