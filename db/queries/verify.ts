import { sql } from 'drizzle-orm';
import type { Tx } from '../scope';
import { SUM_INVARIANTS } from './verify-sums';

/** One standing invariant: `rows` breaks it; a sound ledger gives none. */
export interface InvariantResult {
  readonly name: string;
  /** How many rows break it. */
  readonly broken: number;
  /** Up to five of them, for whoever mends it. */
  readonly examples: readonly Record<string, unknown>[];
}

/** Every invariant as a query that must return no rows (design of the ledger: open amounts, tie-out, numbers, audit). */
const INVARIANTS: Readonly<Record<string, ReturnType<typeof sql>>> = {
  'open amounts stay between zero and the amount': sql`
    select id from open_items where not (
      (amount_minor >= 0 and open_minor between 0 and amount_minor)
      or (amount_minor < 0 and open_minor between amount_minor and 0))`,
  'open is the amount less what allocations took': sql`
    select i.id, i.open_minor, i.amount_minor + coalesce(s.delta, 0) as expected
    from open_items i left join (
      select item, sum(delta) as delta from (
        select debit_item_id as item, -amount_minor as delta from allocations
        union all select credit_item_id, amount_minor from allocations) m group by item
    ) s on s.item = i.id
    where i.open_minor <> i.amount_minor + coalesce(s.delta, 0)`,
  'an item tells when it last moved': sql`
    select i.id, i.moved_on, s.moved_on as expected from open_items i left join (
      select item, max(effective_on) as moved_on, max(recorded_at) as moved_at from (
        select debit_item_id as item, effective_on, recorded_at from allocations
        union all select credit_item_id, effective_on, recorded_at from allocations) m group by item
    ) s on s.item = i.id
    where i.moved_on <> greatest(i.effective_on, s.moved_on) or i.moved_at <> greatest(i.recorded_at, s.moved_at)`,
  ...SUM_INVARIANTS,
  'the items of a document add up to it': sql`
    select d.id, d.number from documents d
    left join open_items i on i.document_id = d.id
    group by d.id, d.number, d.amount_minor, d.currency, d.document_date
    having coalesce(sum(i.amount_minor), 0) <> d.amount_minor
      or bool_or(i.currency <> d.currency or i.effective_on <> d.document_date)`,
  'the lines of a document add up to it': sql`
    select d.id, d.number from documents d join document_lines l on l.document_id = d.id
    group by d.id, d.number, d.amount_minor, d.tax_minor
    having sum(l.net_minor + l.tax_minor) <> abs(d.amount_minor) or sum(l.tax_minor) <> abs(d.tax_minor)`,
  'an allocation joins a debit and a credit of one customer and currency, not before either': sql`
    select a.id from allocations a
    join open_items d on d.id = a.debit_item_id join open_items c on c.id = a.credit_item_id
    where d.amount_minor <= 0 or c.amount_minor >= 0 or d.customer_id <> c.customer_id or d.currency <> c.currency
      or d.customer_id <> a.customer_id or d.currency <> a.currency
      or a.effective_on < d.effective_on or a.effective_on < c.effective_on`,
  'no item is ever allocated beyond its amount, on any day': sql`
    select item, effective_on from (
      select m.item, m.effective_on, i.amount_minor,
        sum(m.amount) over (partition by m.item order by m.effective_on) as taken
      from (
        select debit_item_id as item, effective_on, amount_minor as amount from allocations
        union all select credit_item_id, effective_on, amount_minor from allocations) m
      join open_items i on i.id = m.item) t
    where taken not between 0 and abs(amount_minor)`,
  'an undo mirrors one allocation': sql`
    select u.id from allocations u join allocations a on a.id = u.reverses_id
    where u.amount_minor <> -a.amount_minor or u.debit_item_id <> a.debit_item_id
      or u.credit_item_id <> a.credit_item_id or u.effective_on < a.effective_on or a.reverses_id is not null`,
  'a reversal is the opposite of its document, which pays and is paid by nothing else': sql`
    select r.id, r.number from documents r join documents d on d.id = r.reverses_id
    where r.amount_minor <> -d.amount_minor or r.currency <> d.currency or r.customer_id <> d.customer_id
      or exists (select from open_items i where i.document_id in (r.id, d.id) and i.open_minor <> 0)`,
  'a transfer is one amount on two accounts, reversed on both or neither': sql`
    select d.id, d.number from documents d
    left join transfers t on d.id in (t.payer_document_id, t.paid_for_document_id)
    left join documents o on o.id = case d.id
      when t.payer_document_id then t.paid_for_document_id else t.payer_document_id end
    where d.kind in ('transfer_in', 'transfer_out') and (o.id is null or d.amount_minor <> -o.amount_minor
      or d.currency <> o.currency or d.kind = o.kind or d.customer_id = o.customer_id
      or exists (select from documents r where r.reverses_id = d.id)
        <> exists (select from documents r where r.reverses_id = o.id))`,
  'the items of a customer add up to its documents': sql`
    select coalesce(d.customer_id, i.customer_id) as customer_id from
      (select customer_id, currency, sum(amount_minor) as total from documents group by 1, 2) d
      full join (select customer_id, currency, sum(open_minor) as total from open_items group by 1, 2) i
        on i.customer_id = d.customer_id and i.currency = d.currency
    where coalesce(d.total, 0) <> coalesce(i.total, 0)`,
  'numbers of the own series have no gaps': sql`
    with missing as (
      select kind, n, reverse(lpad(n::text, greatest(5, length(n::text)), '0')) as number_end
      from (
        select kind, sequence + 1 as low, lead(sequence) over (partition by kind order by sequence) - 1 as high
        from (
          select d.kind, d.sequence from number_series s join documents d on d.kind = s.kind and d.sequence between s.first and s.next - 1
          union all select kind, first - 1 from number_series
          union all select kind, next from number_series) as given) as steps
      cross join lateral generate_series(low, high) n where low <= high)
    select kind, n as missing from missing m where not exists (select from documents e where e.kind = m.kind
      and left(e.number_end, 5) = left(m.number_end, 5) and starts_with(e.number_end, m.number_end))`,
  'nothing became effective in a closed period after it was closed': sql`
    select i.id from open_items i join organizations o on o.id = i.org_id
    join (select org_id, max(at) as at from activity where verb = 'period_locked' group by 1) l on l.org_id = o.id
    where i.effective_on <= o.locked_on and i.recorded_at > l.at`,
  'only another currency than the books’ own has a rate, and a reversal has the rate of what it reverses': sql`
    select d.id, d.number from documents d join organizations o on o.id = d.org_id
    left join documents r on r.id = d.reverses_id
    where (d.rate_to_base is not null and d.currency = o.currency)
      or (r.id is not null and d.rate_to_base is distinct from r.rate_to_base)`,
  'no customer stands above itself': sql`
    with recursive above as (
      select id, parent_id as ancestor from customers where parent_id is not null
      union select a.id, c.parent_id from above a join customers c on c.id = a.ancestor where c.parent_id is not null)
    select id from above where id = ancestor`,
  'the last version of a customer is what it is now': sql`
    select c.id from customers c cross join lateral (select name, code, parent_id from customer_versions v
      where v.customer_id = c.id order by v.recorded_at desc limit 1) v
    where (v.name, v.code, v.parent_id) is distinct from (c.name, c.code, c.parent_id)`,
  'nothing is recorded later than the last instant of the organization': sql`
    select i.id from activity_heads h join open_items i on i.recorded_at > h.recorded_at
    union all select a.id from activity_heads h join allocations a on a.recorded_at > h.recorded_at`,
  'no invoice bills two periods of a rhythm': sql`
    select document_id from recurring_periods where document_id is not null group by 1 having count(*) > 1`,
  'the activity chain is whole': sql`
    select a.sequence from activity a
    left join activity p on p.org_id = a.org_id and p.sequence = a.sequence - 1
    where a.hash <> app.activity_hash(a) or a.previous_hash <> coalesce(p.hash, '')
      or (a.sequence > 1 and p.sequence is null)
    union all select h.sequence from activity_heads h left join activity a
      on a.org_id = h.org_id and a.sequence = h.sequence where a.hash is distinct from h.hash`,
};

/** Runs every standing invariant of the organization in scope. */
export async function standingInvariants(tx: Tx): Promise<InvariantResult[]> {
  const results: InvariantResult[] = [];
  for (const [name, rows] of Object.entries(INVARIANTS)) {
    const found = await tx.execute<Record<string, unknown> & { total: number }>(
      sql`select *, (count(*) over ())::int as total from (${rows}) as broken limit 5`,
    );
    results.push({
      name,
      broken: found[0]?.total ?? 0,
      examples: found.map(({ total: _total, ...row }) => row),
    });
  }
  return results;
}
