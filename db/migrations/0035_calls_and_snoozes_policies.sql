alter table calls
  add check (outcome in ('promised', 'disputed', 'says_paid', 'left_message', 'no_answer', 'spoke')),
  add check (length(note) > 0),
  add check (length(contact_name) > 0),
  add check (withdrawn_at is not null or withdrawn_by is null);
alter table snoozes
  add check (until > snoozed_on),
  add check (length(reason) > 0),
  add check (ended_at is not null or ended_by is null);
alter table disputes add check (length(owner) > 0);
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['calls', 'snoozes'] loop
    execute format('create policy staff_rows on %I to dueline_staff, dueline_manager using (org_id = (select app.org_id()))', t);
    execute format('create policy owner_rows on %I to %I using (org_id = (select app.org_id()))', t, current_user);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to dueline_staff, dueline_manager', t);
    execute format('grant insert on %I to dueline_staff', t);
  end loop;
end $$;
--> statement-breakpoint
grant update (withdrawn_at, withdrawn_by) on calls to dueline_staff;
grant update (ended_at, ended_by) on snoozes to dueline_staff;
grant update (owner) on disputes to dueline_staff;
