-- What each item and each application changed, on which day: once when it takes effect, and once when the debit is past due by
-- then, the day after its due day or the day itself when that is later. Filling, keeping and checking the sums read it here.
create view item_movements with (security_invoker = true) as
select i.id, i.org_id, i.currency, m.*, 0::bigint as paid_minor, 0::bigint as paid_since_issue,
  0::bigint as paid_since_due
from open_items i cross join lateral (values
  (i.effective_on, i.amount_minor, greatest(i.amount_minor, 0), 0::bigint,
    case when i.kind in ('invoice', 'credit_memo') then i.amount_minor
      when i.kind = 'reversal' and exists (select from documents r join documents o on o.id = r.reverses_id
        where r.id = i.document_id and o.kind in ('invoice', 'credit_memo')) then i.amount_minor
      else 0 end),
  (greatest(i.effective_on, i.due_on + 1), 0, 0, greatest(i.amount_minor, 0), 0)
) m (day, owed_minor, debits_minor, past_due_minor, sales_minor)
where i.amount_minor > 0 or m.owed_minor <> 0;
--> statement-breakpoint
-- Credit memos and write-offs are no payments. What is undone within the month in which it took effect settled nothing at any
-- month's end; undone later, it stays what was paid in its month. Days count to the day of the application itself.
create view allocation_movements with (security_invoker = true) as
select a.id, a.org_id, a.currency, m.day, 0::bigint as owed_minor, m.debits_minor, m.past_due_minor,
  0::bigint as sales_minor, m.paid as paid_minor, m.paid * (p.paid_on - d.effective_on) as paid_since_issue,
  m.paid * (p.paid_on - d.due_on) as paid_since_due
from allocations a join open_items d on d.id = a.debit_item_id join open_items c on c.id = a.credit_item_id
cross join lateral (select case when a.reverses_id is null then a.effective_on
  else (select o.effective_on from allocations o where o.id = a.reverses_id) end as paid_on offset 0) p
cross join lateral (values
  (a.effective_on, -a.amount_minor, 0::bigint,
    case when d.kind = 'invoice' and c.kind = 'payment' and (a.reverses_id is null
      or date_trunc('month', a.effective_on::timestamp) = date_trunc('month', p.paid_on::timestamp)) then a.amount_minor else 0 end),
  (greatest(a.effective_on, d.due_on + 1), 0, -a.amount_minor, 0)
) m (day, debits_minor, past_due_minor, paid);
--> statement-breakpoint
create view movements with (security_invoker = true) as
select * from item_movements union all select * from allocation_movements;
--> statement-breakpoint
-- An owner who is no superuser is bound by row-level security as well, and no organization is named here.
alter table open_items no force row level security;
alter table allocations no force row level security;
alter table documents no force row level security;
--> statement-breakpoint
insert into day_sums select org_id, currency, day, sum(owed_minor), sum(debits_minor), sum(past_due_minor), sum(sales_minor),
  sum(paid_minor), sum(paid_since_issue), sum(paid_since_due) from movements group by 1, 2, 3;
--> statement-breakpoint
alter table open_items force row level security;
alter table allocations force row level security;
alter table documents force row level security;
--> statement-breakpoint

-- Adds to the sums what a statement posted. The rows' recorded_at already made the transaction hold the organization's ledger, so
-- no two can wait for each other's days. Ids are looked up as an array: that is an index look-up an id, whatever the planner
-- thinks of the tables.
create function app.sum_days() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'open_items' then
    insert into day_sums as s select org_id, currency, day, sum(owed_minor), sum(debits_minor), sum(past_due_minor),
      sum(sales_minor), 0, 0, 0
    from item_movements where id = any (array(select id from added)) group by 1, 2, 3 order by 1, 2, 3
    on conflict (org_id, currency, day) do update set owed_minor = s.owed_minor + excluded.owed_minor,
      debits_minor = s.debits_minor + excluded.debits_minor, past_due_minor = s.past_due_minor + excluded.past_due_minor,
      sales_minor = s.sales_minor + excluded.sales_minor;
  else
    insert into day_sums as s select org_id, currency, day, 0, sum(debits_minor), sum(past_due_minor), 0,
      sum(paid_minor), sum(paid_since_issue), sum(paid_since_due)
    from allocation_movements where id = any (array(select id from added)) group by 1, 2, 3 order by 1, 2, 3
    on conflict (org_id, currency, day) do update set debits_minor = s.debits_minor + excluded.debits_minor,
      past_due_minor = s.past_due_minor + excluded.past_due_minor, paid_minor = s.paid_minor + excluded.paid_minor,
      paid_since_issue = s.paid_since_issue + excluded.paid_since_issue,
      paid_since_due = s.paid_since_due + excluded.paid_since_due;
  end if;
  return null;
end $$;
--> statement-breakpoint
revoke execute on function app.sum_days() from public;
--> statement-breakpoint
-- After the triggers that refuse and apply: triggers of a table run by name.
create trigger open_items_sums after insert on open_items referencing new table as added
  for each statement execute function app.sum_days();
create trigger allocations_sums after insert on allocations referencing new table as added
  for each statement execute function app.sum_days();
--> statement-breakpoint

alter table day_sums add foreign key (org_id) references organizations;
create policy staff_rows on day_sums to dueline_staff, dueline_manager using (org_id = (select app.org_id()));
do $$ begin
  execute format('create policy owner_rows on day_sums to %I using (org_id = (select app.org_id()))', current_user);
end $$;
alter table day_sums enable row level security;
alter table day_sums force row level security;
grant select on day_sums, item_movements, allocation_movements, movements to dueline_staff, dueline_manager;
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
    'day_sums', 'allocations', 'open_items', 'payment_details', 'document_lines',
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
