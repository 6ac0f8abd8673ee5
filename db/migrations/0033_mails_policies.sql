alter table mails
  add foreign key (org_id) references organizations,
  add check (state in ('queued', 'sending', 'sent', 'kept', 'failed', 'bounced', 'complained', 'cancelled')),
  add check (language in ('en', 'fr', 'pt', 'es', 'de')),
  -- Nothing that could begin another header.
  add check (to_address ~ '^[^[:space:][:cntrl:]<>,;:@]+@[^[:space:][:cntrl:]<>,;:@]+$' and length(to_address) <= 254),
  add check (to_name !~ '[[:cntrl:]]' and length(to_name) between 1 and 200),
  add check (subject !~ '[[:cntrl:]]'),
  add check (attempts >= 0),
  add check (document_id is null or customer_id is not null),
  add check (state not in ('sent', 'kept') or (sent_at is not null and html is not null and plain is not null));
alter table mail_attempts
  add foreign key (org_id) references organizations,
  add check (attempt >= 0),
  add check (outcome in ('sent', 'kept', 'deferred', 'refused', 'unknown', 'cancelled', 'bounced', 'complained')),
  add check (length(detail) <= 1000);
alter table address_blocks
  add foreign key (org_id) references organizations,
  add check (address = lower(address)),
  add check (reason in ('bounced', 'complained'));
alter table mail_settings
  add foreign key (org_id) references organizations,
  add check (sender_name !~ '[[:cntrl:]]' and length(sender_name) between 1 and 100),
  add check (reply_to ~ '^[^[:space:][:cntrl:]<>,;:@]+@[^[:space:][:cntrl:]<>,;:@]+$' and length(reply_to) <= 254),
  add check (reminders_at between 0 and 23),
  add check (digest_at between 0 and 23),
  add check (statements_on between 1 and 28);
alter table job_runs
  add foreign key (org_id) references organizations,
  add check (job in ('recurring', 'late-fees', 'reminders', 'statements', 'digest', 'verify')),
  add check (state in ('queued', 'running', 'done', 'dead')),
  add check (attempts >= 0),
  add check ((state in ('done', 'dead')) = (ended_at is not null)),
  add check (length(problem) <= 1000);
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['mails', 'mail_attempts', 'address_blocks', 'mail_settings', 'job_runs'] loop
    execute format('create policy staff_rows on %I to dueline_staff, dueline_manager using (org_id = (select app.org_id()))', t);
    execute format('create policy owner_rows on %I to %I using (org_id = (select app.org_id()))', t, current_user);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant insert on %I to dueline_staff', t);
  end loop;
  execute format('create policy owner_rows on password_resets to %I using (true)', current_user);
end $$;
grant select on mail_attempts, address_blocks, mail_settings, job_runs to dueline_staff, dueline_manager;
-- Nobody of the business reads the secret of a mail; managers do not read what mails say.
grant select (id, org_id, customer_id, document_id, reminder_id, to_name, to_address, cc, language, params, key, message_id, state,
  send_after, attempts, claimed_at, problem, created_by, created_at, sent_at) on mails to dueline_staff, dueline_manager;
grant select (subject, html, plain) on mails to dueline_staff;
grant update (params, state, send_after, attempts, claimed_at, problem, subject, html, plain, sent_at) on mails to dueline_staff;
grant update (released_at) on address_blocks to dueline_staff;
grant update (sender_name, reply_to, reminders_at, digest_at, statements_on, sends_receipts, updated_at) on mail_settings to dueline_staff;
grant update (state, attempts, run_after, beat_at, counts, problem, started_at, ended_at) on job_runs to dueline_staff;
--> statement-breakpoint

-- A visitor who forgot a password is answered by mail, before there is an actor.
create policy forgotten on mails for insert to dueline_auth with check (org_id = (select app.org_id()));
grant insert on mails to dueline_auth;
create policy auth_rows on password_resets to dueline_auth using (true);
alter table password_resets enable row level security;
alter table password_resets force row level security;
grant select, insert, update on password_resets to dueline_auth;
create policy long_over on password_resets for delete to dueline_job using (expires_at < now() - interval '30 days');
create policy long_over_seen on password_resets for select to dueline_job using (expires_at < now() - interval '30 days');
grant select (token_hash), delete on password_resets to dueline_job;

-- The worker finds out where there is something to do, and hands the secret of a mail to the mail server, once. A delivery report
-- names a mail and no business.
create policy to_do on mails for select to dueline_job using (true);
create policy handed_over on mails for update to dueline_job using (true);
grant select (id, org_id, state, send_after, claimed_at, message_id, secret), update (secret) on mails to dueline_job;
create policy to_do on job_runs to dueline_job using (true);
grant select (id, org_id, job, day, state, run_after, beat_at), insert on job_runs to dueline_job;
create policy every_business on mail_settings for select to dueline_job using (true);
grant select on mail_settings to dueline_job;
