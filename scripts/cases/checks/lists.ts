import { rowsIn } from '../api';
import type { Books } from '../books';
import { isWords, type Words } from '../case-file';
import { Given } from '../given';
import { expectMoney, expectSame, Mismatch, Unsupported } from '../outcome';
import type { Check, Checks } from './check';
import { withFields } from './each';

/** Rows of a list: what a document is called in the case, its open amount and its currency. */
interface Row {
  readonly doc: string | null;
  readonly amount: unknown;
  readonly currency: string;
  readonly date: unknown;
}

const list = withFields(async (books, expected) => {
  const rows = await rowsOf(books, expected);
  const { where } = expected;
  // What a bound of zero means is said by the case; here a bound of zero is none.
  expected.ignore('meaning');
  const count = expected.maybeNumber('count');
  if (count !== undefined) expectSame(`${where}.count`, count, rows.length);
  const written = expected.maybeList('rows');
  if (!written) return;
  expectSame(`${where}.rows, how many`, written.length, rows.length);
  // A row by its name alone is one of which nothing more is said.
  const wanted = written.map((each, at) => {
    const row = typeof each === 'string' ? { doc: each } : each;
    if (!isWords(row)) throw expected.unsupported('rows');
    return new Given(`${where}.rows.${at}`, row);
  });
  for (const row of wanted) {
    const found = rows.find((each) => each.doc === row.text('doc'));
    if (!found)
      throw new Mismatch(
        `${row.where}.doc`,
        row.text('doc'),
        rows.map((each) => each.doc),
      );
    const amount = row.value('amount') ?? row.value('outstanding');
    if (amount !== undefined) expectMoney(`${row.where}.amount`, amount, found.amount);
    const currency = row.maybeText('currency');
    if (currency !== undefined) expectSame(`${row.where}.currency`, currency, found.currency);
    const date = row.maybeText('date');
    if (date !== undefined) expectSame(`${row.where}.date`, date, found.date);
    row.done();
  }
});

/** How much of something is listed. */
function counting(of: string): Check {
  return async (books, expected, where) => {
    const rows = await listed(books, of, {});
    expectSame(where, expected, rows.length);
  };
}

/** What is listed of what is open. */
export const LIST_CHECKS: Checks = {
  list,
  open_credits: counting('open_credits'),
  open_payments: counting('open_payments'),
  unapplied_payments: counting('open_payments'),
  open_invoices: counting('open_invoices'),
};

async function rowsOf(books: Books, expected: Given): Promise<Row[]> {
  const of = expected.text('of');
  const equals = expected.maybeNumber('equals');
  return listed(books, of, {
    min: equals ?? (expected.maybeNumber('min') || undefined),
    max: equals ?? (expected.maybeNumber('max') || undefined),
    from: expected.maybeText('from_date'),
    to: expected.maybeText('to_date'),
    limit: expected.maybeNumber('limit'),
  });
}

interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit?: number | undefined;
}

async function listed(books: Books, of: string, { min, max, from, to, limit }: Bounds): Promise<Row[]> {
  switch (of) {
    case 'open_invoices':
    case 'unpaid_invoices':
    case 'invoices':
    case 'invoices_by_balance': {
      const bounds = { min_outstanding: min, max_outstanding: max, start_date: from, end_date: to };
      const isOpen = of === 'open_invoices' || of === 'unpaid_invoices' ? { open: 'true' } : {};
      const rows = await books.api.list('/invoices', { ...bounds, ...isOpen, limit });
      return rows.map((row) => rowFrom(books, row, 'invoice_id', row.outstanding, row.invoice_date));
    }
    case 'open_credits':
      return credits(books, ['credit_memo', 'opening_credit'], { min, max, from, to, limit });
    case 'open_payments':
    case 'unapplied_payments':
      return credits(books, ['payment'], { min, max, from, to, limit });
    default:
      throw new Unsupported(`list of ${of}`);
  }
}

async function credits(books: Books, kinds: readonly string[], bounds: Bounds): Promise<Row[]> {
  const { min, max, from, to, limit } = bounds;
  const query = {
    kinds: kinds.join(','),
    min_open: min,
    max_open: max,
    start_date: from,
    end_date: to,
    limit,
  };
  const { data } = await books.api.get('/open-items', query);
  return rowsIn(data).map((row) =>
    rowFrom(books, row, 'document_id', Math.abs(Number(row.open)), row.document_date),
  );
}

function rowFrom(books: Books, row: Words, id: string, amount: unknown, date: unknown): Row {
  return { doc: books.nameOf(row[id]), amount, currency: books.currencyWord(row.currency), date };
}
