import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';

/** Books made for a measurement. */
export interface Books {
  readonly orgId: string;
  readonly invoices: number;
  readonly customers: number;
}

/** Invoices of one customer. */
const PER_CUSTOMER = 50;

/**
 * Fills a new organization with settled and open books: lognormal amounts, a paying habit per customer, about 15 % of the
 * invoices open, the last one dated `asOf`. Written as the owner and with triggers off, with what they would have
 * kept: posting a million invoices one by one is not what is measured. The same `invoices` give the same books.
 */
export async function fillBooks(owner: postgres.Sql, invoices: number, asOf: string): Promise<Books> {
  const orgId = randomUUID();
  const customers = Math.max(1, Math.round(invoices / PER_CUSTOMER));
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`select setseed(0.42)`;
    await tx`insert into organizations (id, name, currency, time_zone)
      values (${orgId}, ${`Bench ${invoices}`}, 'USD', 'UTC')`;
    await tx`create temp table bench_customers on commit drop as
      select n, gen_random_uuid() as id, 3 + 40 * random() * random() as habit, 4 + random() as scale
      from generate_series(1, ${customers}::int) n`;
    await tx`insert into customers (id, org_id, code, name, currency)
      select id, ${orgId}::uuid, 'C' || n, 'Customer ' || lpad(n::text, 6, '0'), 'USD' from bench_customers`;
    await tx`create temp table bench_drawn on commit drop as
      select i.n, c.id as customer_id, ${asOf}::date - (random() * 540)::int as invoiced_on,
        greatest(100, exp(c.scale + 1.2 * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())) * 100)::bigint as amount,
        greatest(-20, c.habit * (random() + random()) - 5)::int as lateness
      from generate_series(1, ${invoices}::int) i(n)
      join bench_customers c on c.n = 1 + i.n % ${customers}::int`;
    // Ids rise with the day of posting, as they do when documents are posted one after the other.
    await tx`create temp table bench_invoices on commit drop as
      select d.*, invoiced_on + 30 as due_on, paid_on,
        paid_on <= ${asOf}::date - 20 or (paid_on <= ${asOf}::date and n % 3 > 0) as is_paid,
        uuidv7(invoiced_on - now()) as id, uuidv7(invoiced_on - now()) as item,
        uuidv7(paid_on - now()) as payment, uuidv7(paid_on - now()) as payment_item
      from bench_drawn d cross join lateral (select invoiced_on + 30 + lateness as paid_on) p`;
    await documents(tx, orgId);
    await tx`insert into payment_details (document_id, org_id, customer_id, method)
      select payment, ${orgId}::uuid, customer_id, (array['Bank transfer', 'Check', 'Card'])[1 + n % 3] from bench_invoices where is_paid`;
    await items(tx, orgId);
    await tx`insert into allocations (id, org_id, customer_id, currency, debit_item_id, credit_item_id, amount_minor,
        effective_on, recorded_at)
      select uuidv7(paid_on - now()), ${orgId}::uuid, customer_id, 'USD', item, payment_item, amount, paid_on, paid_on::timestamptz
      from bench_invoices where is_paid order by bench_invoices.paid_on`;
    await tx`insert into day_sums select org_id, currency, day, sum(owed_minor), sum(debits_minor), sum(past_due_minor),
        sum(sales_minor), sum(paid_minor), sum(paid_since_issue), sum(paid_since_due)
      from movements where org_id = ${orgId} group by 1, 2, 3`;
    await tx`insert into debit_sums select org_id, currency, issued_on, due_on, month, sum(amount_minor), sum(timely_minor),
        sum(written_off_minor) from debit_movements where org_id = ${orgId} group by 1, 2, 3, 4, 5`;
    await fillDelaySums(tx, orgId);
    await tx`insert into number_series (org_id, kind, prefix, next)
      values (${orgId}, 'invoice', 'INV-', ${invoices + 1}), (${orgId}, 'payment', 'PMT-', ${invoices + 1})`;
  });
  return { orgId, invoices, customers };
}

/** Lets the planner look at what was filled, as it would have by itself in time. */
export async function vacuum(owner: postgres.Sql): Promise<void> {
  await owner`vacuum analyze documents, payment_details, open_items, allocations, customers`;
}

/** Counts how all invoices of an organization were paid: of each customer, and from that of everybody. */
export async function fillDelaySums(tx: postgres.TransactionSql, orgId: string): Promise<void> {
  const everybody = '00000000-0000-0000-0000-000000000000';
  await tx`insert into delay_sums
    with own as materialized (select org_id, currency, customer_id, weekday, code, sum(weight) as weight from delay_parts
      where org_id = ${orgId} and customer_id <> ${everybody} group by 1, 2, 3, 4, 5)
    select org_id, currency, customer_id, weekday, array_agg(code order by code), array_agg(weight order by code)
    from (select * from own union all select org_id, currency, ${everybody}::uuid, weekday, code, sum(weight) from own
      where code <= 5 or code between 2000 and 2999 group by 1, 2, 4, 5) s group by 1, 2, 3, 4`;
}

async function documents(tx: postgres.TransactionSql, orgId: string): Promise<void> {
  await tx`insert into documents (id, org_id, customer_id, kind, number, sequence, document_date, currency, amount_minor,
      tax_minor, customer_name, purchase_order, source, recorded_at)
    select id, ${orgId}::uuid, customer_id, 'invoice', 'INV-' || lpad(n::text, 7, '0'), n, invoiced_on, 'USD', amount, 0, 'Customer',
      case when n % 3 = 0 then 'PO-' || n end, 'import', invoiced_on::timestamptz from bench_invoices
    union all select payment, ${orgId}::uuid, customer_id, 'payment', 'PMT-' || lpad(n::text, 7, '0'), n, paid_on, 'USD', -amount, 0,
      'Customer', null, 'import', paid_on::timestamptz from bench_invoices where is_paid order by 7`;
}

async function items(tx: postgres.TransactionSql, orgId: string): Promise<void> {
  await tx`insert into open_items (id, org_id, customer_id, document_id, kind, currency, amount_minor, open_minor,
      effective_on, due_on, recorded_at, moved_on, moved_at)
    select item, ${orgId}::uuid, customer_id, id, 'invoice', 'USD', amount, case when is_paid then 0 else amount end, invoiced_on,
      due_on, invoiced_on::timestamptz, moved_on, moved_on::timestamptz from bench_invoices
    cross join lateral (select case when is_paid then paid_on else invoiced_on end as moved_on) m
    union all select payment_item, ${orgId}::uuid, customer_id, payment, 'payment', 'USD', -amount, 0, paid_on, paid_on,
      paid_on::timestamptz, paid_on, paid_on::timestamptz from bench_invoices where is_paid order by 9`;
}
