import { rowsIn, textIn, wordsIn } from '../api';
import type { Books } from '../books';
import type { Words } from '../case-file';
import type { Given } from '../given';
import type { View } from './aging-viewer';

/** A row of a report by its fields in the words of the vocabulary. */
export type ReportRow = Readonly<Record<string, unknown>>;

/** What is reported: the day, how lateness counts, and for whom. */
export interface Report {
  readonly as_of: string;
  readonly basis: string | undefined;
  readonly bounds: string | undefined;
  readonly currency: string;
  readonly inBase: boolean;
  /** Who asks for what of it; together they are the report. */
  readonly views: readonly View[];
}

/** The answers of the report, one for each of its views. */
export async function answersOf(report: Report, group_by: string): Promise<Words[]> {
  const { as_of, basis, bounds, currency } = report;
  const answers = [];
  for (const { api, customerId: customer_id } of report.views)
    answers.push(await api.get('/aging', { as_of, basis, bounds, currency, group_by, customer_id }));
  return answers;
}

/** What is open, a row for each document, or for each of its instalments. */
export async function documentRows(
  books: Books,
  report: Report,
  byInstalment: boolean,
): Promise<ReportRow[]> {
  const items = (await answersOf(report, 'item')).flatMap((answer) => rowsIn(answer.rows));
  const rows: ReportRow[] = [];
  const seen = new Set<string>();
  for (const item of items) {
    const id = textIn(item.document_id);
    const isCredit = Number(item.amount) < 0;
    if (!byInstalment && seen.has(id)) continue;
    seen.add(id);
    const document = isCredit ? null : await books.api.get(`/invoices/${id}`, { as_of: report.as_of });
    const common = {
      doc: books.nameOf(id),
      customer: books.customerName(item.customer_id),
      due: item.due_on,
      bucket: bucketWord(item.bucket),
      days_overdue: item.days_past_due,
      currency: books.currencyWord(item.currency),
    };
    if (!document) rows.push({ ...common, outstanding: item.open });
    else
      rows.push({
        ...common,
        ...(byInstalment ? partOf(document, item, report) : wholeOf(document, report)),
      });
  }
  return rows;
}

/** What is open, a row for each customer. */
export async function customerRows(books: Books, report: Report): Promise<ReportRow[]> {
  const rows: ReportRow[] = [];
  for (const answer of await answersOf(report, 'customer'))
    for (const row of rowsIn(answer.rows)) {
      const { currency, as_of } = report;
      const figures = await books.api.get('/account-figures', {
        customer_id: textIn(row.customer_id),
        currency,
        as_of,
      });
      rows.push({
        customer: books.customerName(row.customer_id),
        invoiced: figures.invoiced,
        paid: figures.settled_by_payments,
        credited: figures.settled_by_credits,
        advance: figures.unapplied,
        outstanding: row.total,
        total: row.total,
        total_due: row.total,
        first_bucket: wordsIn(row.net_buckets).Current,
        ...Object.fromEntries(
          Object.entries(wordsIn(row.buckets)).map(([label, amount]) => [bucketWord(label), amount]),
        ),
      });
    }
  return rows;
}

/** "1-30" is d1_30, "120+" is d120_plus, "Current" is current. */
export function bucketWord(label: unknown): string | null {
  if (typeof label !== 'string') return null;
  if (label === 'Current') return 'current';
  return `d${label.replace('-', '_').replace('+', '_plus')}`;
}

/** What of a report is wanted as `bounds`: the last day of every bucket but the last. */
export function boundsOf(expected: Given): string | undefined {
  const edges = expected.maybeList('bucket_edges')?.map(Number);
  if (!edges) return undefined;
  return edges[0] === 0 ? edges.join(',') : [0, ...edges].join(',');
}

function wholeOf(document: Words, { inBase }: Report): ReportRow {
  const total = inBase ? document.base_amount : document.amount;
  return {
    invoice_total: total,
    invoiced: total,
    paid: document.total_paid,
    credited: document.total_credited,
    outstanding: inBase ? document.outstanding_base : document.outstanding,
    remaining: document.outstanding_finally,
    future: document.settled_later,
  };
}

function partOf(document: Words, item: Words, { inBase }: Report): ReportRow {
  const part = rowsIn(document.instalments).find((each) => each.item_id === item.item_id) ?? {};
  return {
    invoice_total: inBase ? document.base_amount : document.amount,
    invoiced: inBase ? part.amount_base : part.amount,
    paid: part.paid,
    credited: part.credited,
    outstanding: inBase ? part.outstanding_base : part.outstanding,
  };
}
