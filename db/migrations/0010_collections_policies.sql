alter table notes add check (length(text) > 0);
alter table holds
  add check (kind in ('reminders', 'credit')),
  add check (kind = 'reminders' or document_id is null),
  add check ((released_on is null) = (released_at is null)),
  add check (released_on >= placed_on);
alter table reminder_policies add foreign key (org_id) references organizations;
alter table reminder_runs add foreign key (org_id) references organizations;
alter table reminders
  add check (level >= 0),
  add check (fee_minor >= 0),
  add check (interest_minor >= 0),
  add check (interest_percent between 0 and 1000);
alter table reminder_lines
  add check (outstanding_minor > 0),
  add check (interest_minor >= 0),
  add check (level >= 0),
  add check (step between 1 and 100);
alter table organizations add check (length(exchange_account) > 0);
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['notes', 'holds', 'reminder_policies', 'reminder_runs', 'reminders', 'reminder_lines'] loop
    execute format('create policy staff_rows on %I to dueline_staff, dueline_manager using (org_id = (select app.org_id()))', t);
    execute format('create policy owner_rows on %I to %I using (org_id = (select app.org_id()))', t, current_user);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to dueline_staff, dueline_manager', t);
    execute format('grant insert on %I to dueline_staff', t);
  end loop;
end $$;
--> statement-breakpoint
grant update (released_on, released_at) on holds to dueline_staff;
grant update (policy, updated_at) on reminder_policies to dueline_staff;
grant update (sent_at, withdrawn_at, charge_document_id) on reminders to dueline_staff;
grant update (exchange_account) on organizations to dueline_staff;
--> statement-breakpoint

create or replace function app.remove_sample() returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare org uuid := app.org_id(); t text; people uuid[];
begin
  if not exists (select from organizations where id = org and is_sample) then
    raise exception 'only sample books can be removed' using errcode = 'DL004';
  end if;
  select array_agg(user_id) into people from memberships where org_id = org;
  foreach t in array array['reminder_lines', 'reminders', 'reminder_runs', 'reminder_policies', 'holds', 'notes',
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
