alter table api_keys
  add check (expires_at > created_at),
  add check (calls_per_minute between 1 and 1000000);
alter table webhook_endpoints
  add foreign key (org_id) references organizations,
  add check (length(url) <= 2000),
  add check (cardinality(events) between 1 and 50),
  add check ((previous_secret is null) = (previous_until is null));
alter table webhook_deliveries
  add foreign key (org_id) references organizations,
  add check (state in ('queued', 'sending', 'sent', 'dead')),
  add check (attempts >= 0),
  add check (status between 100 and 599),
  add check (length(problem) <= 500),
  add check (length(body) <= 100000),
  add check ((state in ('sent', 'dead')) = (ended_at is not null)),
  add check (state <> 'sent' or body is not null);
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['webhook_endpoints', 'webhook_deliveries'] loop
    execute format('create policy staff_rows on %I to dueline_staff using (org_id = (select app.org_id()))', t);
    execute format('create policy owner_rows on %I to %I using (org_id = (select app.org_id()))', t, current_user);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to dueline_staff', t);
  end loop;
end $$;
grant insert on webhook_endpoints, webhook_deliveries to dueline_staff;
grant update (url, events, secret, previous_secret, previous_until, paused_at, removed_at, seen_sequence, seen_at)
  on webhook_endpoints to dueline_staff;
grant update (body, state, attempts, send_after, claimed_at, status, problem, ended_at) on webhook_deliveries to dueline_staff;
grant select (expires_at, calls_per_minute, last_used_at), update (expires_at) on api_keys to dueline_staff;
--> statement-breakpoint

-- Every request of a key is counted before there is an actor.
grant update (last_used_at, busy_until) on api_keys to dueline_auth;

-- The worker finds out where something happened that somebody is to be told, and forgets deliveries that are long over.
create policy to_do on webhook_endpoints for select to dueline_job using (true);
grant select (id, org_id, paused_at, removed_at, seen_sequence, seen_at) on webhook_endpoints to dueline_job;
create policy to_do on webhook_deliveries for select to dueline_job using (true);
create policy long_over on webhook_deliveries for delete to dueline_job using (ended_at < now() - interval '90 days');
grant select (id, org_id, endpoint_id, state, send_after, claimed_at, ended_at), delete on webhook_deliveries to dueline_job;
create policy chains on activity_heads for select to dueline_job using (true);
grant select (org_id, sequence, recorded_at) on activity_heads to dueline_job;
