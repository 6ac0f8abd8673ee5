-- What each debit and each application to one changed, on which day and in which month. 365 days past due is where the provision
-- counts what is unpaid as lost.
create view debit_movements with (security_invoker = true) as
select i.id, 'open_items' as source, i.org_id, i.currency, i.recorded_at, i.effective_on as issued_on, i.due_on, i.effective_on as moved_on,
  date_trunc('month', i.effective_on::timestamp)::date as month, i.amount_minor,
  case when i.effective_on <= i.due_on + 365 then i.amount_minor else 0 end as timely_minor, 0::bigint as written_off_minor
from open_items i where i.amount_minor > 0
union all
select a.id, 'allocations', a.org_id, a.currency, a.recorded_at, d.effective_on, d.due_on, a.effective_on,
  date_trunc('month', a.effective_on::timestamp)::date, -a.amount_minor,
  case when a.effective_on <= d.due_on + 365 then -a.amount_minor else 0 end,
  case when c.kind = 'write_off' and a.effective_on <= d.due_on + 365 then a.amount_minor else 0 end
from allocations a join open_items d on d.id = a.debit_item_id join open_items c on c.id = a.credit_item_id;
--> statement-breakpoint
-- An owner who is no superuser is bound by row-level security as well, and no organization is named here.
alter table open_items no force row level security;
alter table allocations no force row level security;
--> statement-breakpoint
insert into debit_sums select org_id, currency, issued_on, due_on, month, sum(amount_minor), sum(timely_minor),
  sum(written_off_minor) from debit_movements group by 1, 2, 3, 4, 5;
--> statement-breakpoint
alter table open_items force row level security;
alter table allocations force row level security;
--> statement-breakpoint

-- Without a variable, not even for which table it was: a statement that has one is planned anew each time.
create function app.sum_debits() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into debit_sums as s select org_id, currency, issued_on, due_on, month, sum(amount_minor), sum(timely_minor),
    sum(written_off_minor)
  from debit_movements where id = any (array(select id from added))
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict (org_id, currency, issued_on, due_on, month) do update set amount_minor = s.amount_minor + excluded.amount_minor,
    timely_minor = s.timely_minor + excluded.timely_minor,
    written_off_minor = s.written_off_minor + excluded.written_off_minor;
  return null;
end $$;
--> statement-breakpoint
revoke execute on function app.sum_debits() from public;
--> statement-breakpoint
create trigger open_items_sums_debits after insert on open_items referencing new table as added
  for each statement execute function app.sum_debits();
create trigger allocations_sums_debits after insert on allocations referencing new table as added
  for each statement execute function app.sum_debits();
--> statement-breakpoint

alter table debit_sums add foreign key (org_id) references organizations;
create policy staff_rows on debit_sums to dueline_staff, dueline_manager using (org_id = (select app.org_id()));
do $$ begin
  execute format('create policy owner_rows on debit_sums to %I using (org_id = (select app.org_id()))', current_user);
end $$;
alter table debit_sums enable row level security;
alter table debit_sums force row level security;
grant select on debit_sums, debit_movements to dueline_staff, dueline_manager;
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
    'day_sums', 'debit_sums', 'allocations', 'open_items', 'payment_details', 'document_lines',
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
