import { type SQL, sql } from 'drizzle-orm';
import type { FieldId } from '@/lib/import/field';
import type { ImportKind } from '@/lib/import/fields';
import type { Tx } from '../scope';
import { inBatches } from './batches';

/** A row of a file that an import reads: amounts in minor units, all as text, null for an empty cell. */
export type RowToImport = { readonly currency: string } & Readonly<Partial<Record<FieldId, string | null>>>;

/** By which code and name files know a customer: who has no code and shares the name with somebody is known by the id. */
const CUSTOMER = sql`(select c.id, c.name, coalesce(c.code,
    case when count(*) over (partition by lower(regexp_replace(trim(c.name), '\\s+', ' ', 'g'))) > 1 then c.id::text end) as code
  from customers c)`;

/** Documents that were not taken back, and are no taking back. */
const STANDS = sql`d.kind <> 'reversal' and d.amount_minor <> 0
  and not exists (select from documents r where r.reverses_id = d.id)`;

/** Beyond U+FFFF: two of the units in which the length of a cell is counted. */
const ASTRAL = sql.raw("'[\\U00010000-\\U0010FFFF]'");

/**
 * The numbers under which documents stand in the files, as an import reads them: their own, but where that is longer than a number may be,
 * would be taken for a shortened one, or is borne by another document of the same side, a part of it with the id.
 */
const NUMBERED = sql`(
  select d.id, case
      when char_length(regexp_replace(plain, ${ASTRAL}, 'xx', 'g')) between 1 and 60 and plain !~* '^\\d(\\.\\d+)?e\\+\\d+$'
        and row_number() over (partition by d.amount_minor > 0, plain order by d.kind = 'invoice' desc, d.id) = 1 then plain
      else trim(left(regexp_replace(plain, ${ASTRAL}, '', 'g'), 23) || ' ' || d.id) end as number
  from documents d
  cross join lateral (select regexp_replace(trim(regexp_replace(d.number, '\\s+', ' ', 'g')), '^''(?=[=+@|%-])', '') as plain) as read
  where d.kind <> 'payment' and ${STANDS})`;

const SELECTS: Readonly<Record<ImportKind, SQL>> = {
  customers: sql`
    select n.code as "customerCode", n.name as "customerName", c.email, c.phone, c.address, c.currency,
      c.terms_days::text as "termsDays", c.credit_limit_minor::text as "creditLimit", c.owner, c.notes
    from customers c join ${CUSTOMER} n on n.id = c.id
    where c.archived_at is null or exists (select from documents d where d.customer_id = c.id and ${STANDS})
    order by c.id`,
  invoices: sql`
    select n.code as "customerCode", n.name as "customerName", f.number, d.document_date::text as "invoiceDate",
      (select max(i.due_on)::text from open_items i where i.document_id = d.id) as "dueDate", d.amount_minor::text as amount, d.currency,
      (select left(l.description, 500) from document_lines l where l.document_id = d.id order by l.position limit 1) as description
    from documents d join ${CUSTOMER} n on n.id = d.customer_id join ${NUMBERED} f on f.id = d.id
    where d.kind = 'invoice' order by d.document_date, d.number`,
  payments: sql`
    with paid as (
      select i.document_id as payment_id, f.number, sum(a.amount_minor) as minor
      from allocations a join open_items i on i.id = a.credit_item_id and i.kind = 'payment'
      join open_items o on o.id = a.debit_item_id and o.kind = 'invoice' join ${NUMBERED} f on f.id = o.document_id
      group by i.document_id, f.id, f.number having sum(a.amount_minor) > 0),
    parts as (
      select * from paid
      union all
      select d.id, null, -d.amount_minor - coalesce((select sum(p.minor) from paid p where p.payment_id = d.id), 0)
      from documents d where d.kind = 'payment')
    select n.code as "customerCode", n.name as "customerName", d.document_date::text as "receivedOn", p.minor::text as amount, d.currency,
      p.number as "invoiceNumber", left(t.reference, 140) as reference, left(t.method, 60) as method, t.payer
    from documents d join parts p on p.payment_id = d.id join ${CUSTOMER} n on n.id = d.customer_id
    left join payment_details t on t.document_id = d.id
    where d.kind = 'payment' and p.minor > 0 and ${STANDS} order by d.document_date, d.number, p.number`,
  'opening-balances': sql`
    select n.code as "customerCode", n.name as "customerName", d.amount_minor::text as amount, d.currency,
      f.number,
      (select max(i.due_on)::text from open_items i where i.document_id = d.id) as "dueDate",
      left(concat_ws(', ', replace(d.kind, '_', ' ') || ' of ' || d.document_date, d.reason), 400) as description
    from documents d join ${CUSTOMER} n on n.id = d.customer_id join ${NUMBERED} f on f.id = d.id
    where d.kind <> 'invoice' order by d.document_date, d.kind, d.number`,
};

/** What stands in the books as rows that an import of a kind reads, in batches. What is neither invoice nor payment is an opening balance. */
export function rowsToImport(tx: Tx, kind: ImportKind) {
  return inBatches<RowToImport>(tx, SELECTS[kind]);
}
