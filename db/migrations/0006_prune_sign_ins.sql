-- Jobs may take away what is long over, and nothing else.
create policy long_over on sessions for delete to dueline_job using (expires_at < now() - interval '90 days');
create policy long_over_seen on sessions for select to dueline_job using (expires_at < now() - interval '90 days');
create policy long_over on sign_in_attempts for delete to dueline_job using (blocked_until < now() - interval '1 day');
create policy long_over_seen on sign_in_attempts for select to dueline_job using (blocked_until < now() - interval '1 day');
grant select (id), delete on sessions to dueline_job;
grant select (key), delete on sign_in_attempts to dueline_job;
