alter table organizations add check (terms_days between 0 and 3650);
grant update (terms_days) on organizations to dueline_staff;
--> statement-breakpoint

-- A picture of up to 1 MB; before somebody is signed in, it is shown beside the name of the business that invites.
alter table logos drop constraint logos_bytes_check;
alter table logos add constraint logos_bytes_check check (octet_length(bytes) <= 1048576);
create policy auth_rows on logos for select to dueline_auth using (true);
grant select on logos to dueline_auth;
--> statement-breakpoint

alter table email_changes add check (length(email) <= 254);
do $$
declare t text;
begin
  foreach t in array array['email_changes', 'sign_in_links'] loop
    execute format('create policy owner_rows on %I to %I using (true)', t, current_user);
    execute format('create policy auth_rows on %I to dueline_auth using (true)', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update on %I to dueline_auth', t);
    execute format('create policy long_over on %I for delete to dueline_job using (expires_at < now() - interval ''30 days'')', t);
    execute format('create policy long_over_seen on %I for select to dueline_job using (expires_at < now() - interval ''30 days'')', t);
    execute format('grant select (token_hash), delete on %I to dueline_job', t);
  end loop;
end $$;
