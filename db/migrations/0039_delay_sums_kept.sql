-- Invoices, or parts of one, that an application settled by a payment or wrote off; below 0 when it takes that back.
create view settled_delays with (security_invoker = true) as
select a.id, a.org_id, a.currency, a.customer_id, a.effective_on, a.recorded_at, d.due_on, p.paid_on, d.amount_minor,
  a.amount_minor as settled_minor, c.kind = 'write_off' as is_loss
from allocations a join open_items d on d.id = a.debit_item_id and d.kind = 'invoice'
join open_items c on c.id = a.credit_item_id and c.kind in ('payment', 'write_off')
cross join lateral (select case when a.reverses_id is null then a.effective_on
  else (select o.effective_on from allocations o where o.id = a.reverses_id) end as paid_on offset 0) p;
--> statement-breakpoint
-- What each adds to which sums, of the customer and of everybody, who has the id of zeros. A payment weighs what it weighs on its
-- day as of 2050, fading to a third in so many days. lib/domain/forecast/kept-habits.ts reads the codes: 0 to 5 are what was paid
-- and lost, and how late it was lately and usually; then delays from 40 days early to 120 days late by due weekday, fading in
-- three ways, by due day of the month and by size, which do not fade.
create view delay_parts with (security_invoker = true) as
select s.id, s.org_id, s.currency, w.customer_id, extract(dow from s.due_on)::smallint as weekday, c.code, c.weight
from settled_delays s
cross join lateral (select s.settled_minor::float8 / s.amount_minor as share, s.paid_on - date '2050-01-01' as day,
  least(120, greatest(-40, s.paid_on - s.due_on)) as delay) d
cross join lateral (select d.share * exp(d.day / 90.0::float8) as in_90, d.share * exp(d.day / 120.0::float8) as in_120,
  d.share * exp(d.day / 500.0::float8) as in_500, d.delay + 40 as cell) f
cross join lateral (values (s.customer_id), ('00000000-0000-0000-0000-000000000000'::uuid)) w (customer_id)
cross join lateral (values (0, case when s.is_loss then 0 else d.share end), (1, case when s.is_loss then d.share else 0 end),
  (2, case when s.is_loss then 0 else f.in_90 end), (3, case when s.is_loss then 0 else f.in_90 * d.delay end),
  (4, case when s.is_loss then 0 else f.in_500 end), (5, case when s.is_loss then 0 else f.in_500 * d.delay end),
  (2000 + f.cell, f.in_120), (1000 + f.cell, d.share), (3000 + f.cell, f.in_500),
  (100000 + 1000 * extract(day from s.due_on)::int + f.cell, d.share),
  (200000 + 1000 * floor(2 * log(greatest(1, s.amount_minor)::float8))::int + f.cell, d.share)) c (code, weight)
where c.code <= 5 or not s.is_loss and (c.code between 2000 and 2999 or w.customer_id = s.customer_id);
--> statement-breakpoint
-- An owner who is no superuser is bound by row-level security as well, and no organization is named here.
alter table open_items no force row level security;
alter table allocations no force row level security;
--> statement-breakpoint
insert into delay_sums select org_id, currency, customer_id, weekday, array_agg(code order by code), array_agg(weight order by code)
from (select org_id, currency, customer_id, weekday, code, sum(weight) as weight from delay_parts group by 1, 2, 3, 4, 5) s
group by 1, 2, 3, 4;
--> statement-breakpoint
alter table open_items force row level security;
alter table allocations force row level security;
--> statement-breakpoint

-- Adds to the sums what a statement posted. Rows are read before they are written: the organization's ledger is held since the
-- allocations' recorded_at, so nobody else writes them meanwhile.
create function app.sum_delays() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into delay_sums
  with fresh as materialized (select org_id, currency, customer_id, weekday, code, weight from delay_parts
      where id = any (array(select id from added))),
    kept as (select k.org_id, k.currency, k.customer_id, k.weekday, u.code, u.weight
      from (select distinct org_id, currency, customer_id, weekday from fresh) k
      join delay_sums d using (org_id, currency, customer_id, weekday)
      cross join lateral unnest(d.codes, d.weights) u (code, weight)),
    summed as (select org_id, currency, customer_id, weekday, code, sum(weight) as weight
      from (select * from fresh union all select * from kept) p group by 1, 2, 3, 4, 5)
  select org_id, currency, customer_id, weekday, array_agg(code order by code), array_agg(weight order by code)
  from summed group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (org_id, currency, customer_id, weekday) do update set codes = excluded.codes, weights = excluded.weights;
  return null;
end $$;
--> statement-breakpoint
revoke execute on function app.sum_delays() from public;
--> statement-breakpoint
create trigger allocations_sums_delays after insert on allocations referencing new table as added
  for each statement execute function app.sum_delays();
--> statement-breakpoint

alter table delay_sums add foreign key (org_id) references organizations;
alter table forecast_tests add foreign key (org_id) references organizations;
do $$
declare t text;
begin
  foreach t in array array['delay_sums', 'forecast_tests'] loop
    execute format('create policy staff_rows on %I to dueline_staff, dueline_manager using (org_id = (select app.org_id()))', t);
    execute format('create policy owner_rows on %I to %I using (org_id = (select app.org_id()))', t, current_user);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to dueline_staff, dueline_manager', t);
  end loop;
end $$;
--> statement-breakpoint
grant select on settled_delays, delay_parts to dueline_staff, dueline_manager;
-- The worker looks back in the organization's own scope.
grant insert, update (as_of, pooling, found, made_at) on forecast_tests to dueline_staff;
