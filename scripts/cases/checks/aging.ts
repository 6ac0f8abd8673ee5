import { numberIn, Refused, wordsIn } from '../api';
import type { Books } from '../books';
import type { Value, Words } from '../case-file';
import type { Given } from '../given';
import { expectMoney, expectSame, expectSet, expectWord, Mismatch, Unsupported } from '../outcome';
import {
  answersOf,
  boundsOf,
  bucketWord,
  customerRows,
  documentRows,
  type Report,
  type ReportRow,
} from './aging-rows';
import { viewsOf, viewsOfBusiness } from './aging-viewer';

/** Fields of a row that are words or numbers of days; all others are amounts. */
const PLAIN = new Set(['doc', 'customer', 'due', 'bucket', 'days_overdue', 'currency']);

/** The aging report: who owes what, and how old it is. */
export async function agingReport(books: Books, expected: Given): Promise<void> {
  const error = expected.maybeText('error');
  const report = await reportOf(books, expected, error !== undefined);
  const group = expected.maybeText('group_by');
  // What is still to come is in the rows by itself.
  expected.ignore('show_future');
  if (error !== undefined) return refusedReport(report, error);
  await rowsMatch(books, expected, { report, group });
  await totalsMatch(books, expected, report);
}

async function rowsMatch(
  books: Books,
  expected: Given,
  { report, group }: { readonly report: Report; readonly group: string | undefined },
): Promise<void> {
  const { where } = expected;
  const [rows, included] = [expected.parts('rows'), expected.parts('rows_include')];
  const [seen, unseen] = [expected.texts('customers_seen'), expected.texts('customers_not_seen')];
  const count = expected.maybeNumber('row_count');
  const found =
    group === 'customer'
      ? await customerRows(books, report)
      : await documentRows(books, report, group === 'instalment');
  if (count !== undefined) expectSame(`${where}.row_count`, count, found.length);
  const names = [...new Set(found.map((row) => String(row.customer)))];
  if (seen) expectSet(`${where}.customers_seen`, seen, names);
  if (unseen)
    for (const name of unseen)
      if (names.includes(name)) throw new Mismatch(`${where}.customers_not_seen`, `not ${name}`, names);
  if (rows) expectSame(`${where}.rows, how many`, rows.length, found.length);
  const left = [...found];
  for (const row of [...(rows ?? []), ...(included ?? [])]) {
    const at = left.findIndex((each) => isMeant(row, each));
    const [taken] = left.splice(at, at < 0 ? 0 : 1);
    if (!taken) throw new Mismatch(row.where, written(row), found);
    for (const field of row.names()) fieldMatches(row, field, taken);
  }
}

/** Whether a row is the one: by its document, customer, instalment and currency, as far as they are given. */
function isMeant(row: Given, found: ReportRow): boolean {
  return ['doc', 'customer', 'due', 'currency'].every(
    (key) => row.maybeText(key) === undefined || row.maybeText(key) === found[key],
  );
}

function fieldMatches(row: Given, field: string, found: ReportRow): void {
  if (!Object.hasOwn(found, field)) throw new Unsupported(`${row.where}.${field}`);
  const at = `${row.where}.${field}`;
  if (PLAIN.has(field)) expectSame(at, row.value(field), found[field]);
  else expectMoney(at, row.value(field), found[field]);
}

async function totalsMatch(books: Books, expected: Given, report: Report): Promise<void> {
  const { where } = expected;
  const [total, buckets] = [expected.value('total'), expected.part('buckets')];
  const [byCustomer, grand] = [expected.part('customer_totals'), expected.part('grand_total')];
  const [control, difference] = [expected.value('control_balance'), expected.value('difference')];
  if ([total, buckets, byCustomer, grand, control, difference].every((each) => each === undefined)) return;
  const answers = await answersOf(report, 'customer');
  const [answer, another] = answers;
  const sums = sumsOf(answers);
  if (total !== undefined) expectMoney(`${where}.total`, total, sums.total);
  if (buckets) everySum(buckets, sums);
  if (byCustomer) {
    const rows = await customerRows(books, report);
    for (const name of byCustomer.names()) {
      const row = rows.find((each) => each.customer === name);
      const wanted = byCustomer.value(name);
      if (typeof wanted === 'number') expectMoney(`${where}.${name}`, wanted, row?.total ?? 0);
      else everySum(byCustomer.part(name) ?? byCustomer, row ?? {});
    }
  }
  if (grand) await grandTotals(books, grand, { report, sums });
  if ((control !== undefined || difference !== undefined) && another)
    throw new Unsupported(`${where}, the control account of several customers`);
  const tie = wordsIn(answer?.tie_out);
  if (control !== undefined) expectMoney(`${where}.control_balance`, control, tie.documents);
  if (difference !== undefined) expectMoney(`${where}.difference`, difference, tie.difference);
}

/** Sums by bucket or field, or by currency: each currency has a report of its own. */
async function grandTotals(
  books: Books,
  grand: Given,
  { report, sums }: { readonly report: Report; readonly sums: ReportRow },
): Promise<void> {
  for (const name of grand.names()) {
    if (!/^[A-Z]{3}$/.test(name)) {
      if (!Object.hasOwn(sums, name)) throw grand.unsupported(name);
      expectMoney(`${grand.where}.${name}`, grand.value(name), sums[name]);
      continue;
    }
    const answers = await answersOf({ ...report, currency: books.currency(name) }, 'customer');
    expectMoney(`${grand.where}.${name}`, grand.value(name), sumsOf(answers).total);
  }
}

function everySum(wanted: Given, sums: ReportRow): void {
  for (const name of wanted.names()) {
    if (!Object.hasOwn(sums, name)) throw wanted.unsupported(name);
    expectMoney(`${wanted.where}.${name}`, wanted.value(name), sums[name]);
  }
}

/** What the answers come to together, bucket by bucket. */
function sumsOf(answers: readonly Words[]): ReportRow {
  const sums = new Map([
    ['total', 0],
    ['outstanding', 0],
    ['credits', 0],
  ]);
  const add = (name: string, amount: Value | undefined) =>
    sums.set(name, Math.round(((sums.get(name) ?? 0) + numberIn(amount)) * 1_000) / 1_000);
  for (const { totals } of answers) {
    const { buckets, total, credits } = wordsIn(totals);
    for (const [label, amount] of Object.entries(wordsIn(buckets))) add(bucketWord(label) ?? label, amount);
    add('total', total);
    add('outstanding', total);
    add('credits', credits);
  }
  return Object.fromEntries(sums);
}

async function reportOf(books: Books, expected: Given, error: boolean): Promise<Report> {
  const [as_of, currency] = [expected.text('as_of'), expected.maybeText('currency')];
  const filter = expected.part('filter');
  const one = filter?.maybeText('customer');
  const names = filter?.texts('customers') ?? (one === undefined ? undefined : [one]);
  filter?.done();
  const ids: string[] = [];
  for (const name of names ?? []) ids.push(await books.customer(name));
  const customers = names ? ids : undefined;
  const user = expected.part('as_user');
  return {
    as_of,
    basis: basisOf(expected.maybeText('basis')),
    bounds: boundsOf(expected),
    inBase: currency === 'base',
    currency: currencyOf(books, currency),
    views: user ? await viewsOf(books, user, { customers, error }) : viewsOfBusiness(books, customers),
  };
}

function basisOf(basis: string | undefined): string | undefined {
  return basis?.startsWith('invoice') || basis === 'document' || basis === 'posting' ? 'invoice' : basis;
}

/** Every currency has a report of its own; what is told in the base currency is told of documents in theirs. */
function currencyOf(books: Books, wanted: string | undefined): string {
  if (wanted !== undefined && !['document', 'base'].includes(wanted)) return books.currency(wanted);
  return books.usual();
}

const DENIED = [
  'forbidden',
  'permission_denied',
  'permission_error',
  'permission',
  'no_permission',
  'not_permitted',
  'not_allowed',
  'access_denied',
  'not_authorized',
  'unauthorized',
];

/** What the report may be refused with, by what the words of an error mean: whom one may see, or how it is divided. */
const ERRORS: Readonly<Record<string, readonly string[]>> = {
  forbidden: DENIED,
  not_found: DENIED,
  malformed: ['malformed', 'invalid_bucket_edges', 'invalid_buckets', 'bad_bucket_edges'],
};

async function refusedReport(report: Report, error: string): Promise<void> {
  const refused = await answersOf(report, 'customer').then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(refused instanceof Refused)) throw new Mismatch('report.error', error, refused);
  const words = [refused.code, ...(ERRORS[refused.code] ?? [])];
  expectWord('report.error', error, words);
}

function written(row: Given): Words {
  return Object.fromEntries(row.names().map((name) => [name, row.value(name) ?? null]));
}
