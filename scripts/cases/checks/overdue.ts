import { addDays, toPlainDate } from '@/lib/domain/dates';
import type { Books } from '../books';
import type { Value } from '../case-file';
import { isWords } from '../case-file';
import { Given } from '../given';
import { expectSame, Unsupported } from '../outcome';
import type { Check, Checks } from './check';
import { withFields } from './each';
import { isOverdue, type Trial } from './overdue-probe';
import { ruleOf } from './overdue-words';

/** A due day of no consequence, for rules that name none. */
const DUE = toPlainDate('2024-06-15');

/** Which of some invoices are overdue on a day: by truth values in their order, by words, or by name. */
const overdueJob = withFields(async (books, expected) => {
  const on = expected.text('on');
  const invoices = (expected.maybeList('invoices') ?? []).map((each, at) =>
    trialOf(each, on, `${expected.where}.invoices.${at}`),
  );
  const late: boolean[] = [];
  for (const { trial } of invoices) late.push(trial !== null && (await isOverdue(books, trial)));
  const wanted = expected.maybeList('expect') ?? [];
  const isNamed = wanted.every((each) => invoices.some(({ name }) => name !== undefined && name === each));
  if (isNamed) {
    const names = invoices.flatMap(({ name }, at) => (late[at] ? [name] : []));
    expectSame(`${expected.where}.expect`, JSON.stringify(wanted), JSON.stringify(names));
    return;
  }
  expectSame(`${expected.where}.expect, how many`, wanted.length, late.length);
  for (const [at, value] of wanted.entries()) {
    const where = `${expected.where}.expect.${at}`;
    const [name, truth] = Array.isArray(value) ? value : [invoices[at]?.name, value];
    expectSame(`${where}, whose`, name, invoices[at]?.name);
    expectSame(where, truthOf(truth ?? null, where), late[at]);
  }
});

/** When an invoice counts as overdue: in words, as a number of days past due, or by examples. Found out by trying. */
const overdueRule: Check = async (books, expected, where) => {
  if (typeof expected === 'boolean') return wordsHold(books, 'after due date', expected, where);
  if (typeof expected === 'number') return daysHold(books, expected, where);
  if (typeof expected === 'string') return wordsHold(books, expected, true, where);
  const rows = Array.isArray(expected) ? expected : [expected];
  if (rows.length === 3 && rows.every((each) => typeof each === 'boolean'))
    for (const [at, truth] of rows.entries())
      expectSame(`${where}.${at}`, truth, await isOverdue(books, { due: DUE, on: addDays(DUE, at - 1) }));
  else for (const [at, row] of rows.entries()) await rowHolds(books, row, `${where}.${at}`);
};

/** What is overdue, and since when. */
export const OVERDUE_CHECKS: Checks = { overdue_job: overdueJob, overdue_rule: overdueRule };

async function rowHolds(books: Books, row: Value, where: string): Promise<void> {
  if (typeof row === 'string') return wordsHold(books, row, true, where);
  if (Array.isArray(row)) {
    const [first, second, third] = row;
    const truth = truthOf(row.at(-1) ?? null, where);
    if (row.length === 2 && typeof first === 'number')
      return expectSame(where, truth, await isOverdue(books, { due: DUE, on: addDays(DUE, first) }));
    if (third === undefined || typeof first !== 'string' || typeof second !== 'string')
      throw new Unsupported(where);
    return expectSame(where, truth, await isOverdue(books, { due: first, on: second }));
  }
  if (!isWords(row)) throw new Unsupported(where);
  const { expect, expected, overdue, is_overdue, on, as_of, today, days_past_due, ...invoice } = row;
  const truth = truthOf(expect ?? expected ?? overdue ?? is_overdue ?? null, where);
  const days = typeof days_past_due === 'number' ? addDays(DUE, days_past_due) : undefined;
  const day = on ?? as_of ?? today ?? days;
  if (typeof day !== 'string') throw new Unsupported(`${where} without a day`);
  const { trial } = trialOf(days === undefined ? invoice : { due: DUE, ...invoice }, day, where);
  expectSame(where, truth, trial !== null && (await isOverdue(books, trial)));
}

/** A rule of the form "from so many days past due on". */
async function daysHold(books: Books, days: number, where: string): Promise<void> {
  for (const [on, truth] of [
    [days - 1, false],
    [days, true],
  ] as const)
    expectSame(
      `${where}, ${on} days past due`,
      truth,
      await isOverdue(books, { due: DUE, on: addDays(DUE, on) }),
    );
}

/** Whether what the words say of invoices is what the product does with them, or with `holds` false whether it is not. */
async function wordsHold(books: Books, words: string, holds: boolean, where: string): Promise<void> {
  const found: boolean[] = [];
  for (const { trial, isLate } of ruleOf(words, DUE, where))
    found.push((await isOverdue(books, trial)) === isLate);
  expectSame(
    where,
    holds,
    found.every((each) => each),
  );
}

/** An invoice of a case: by its fields, or as [name, due] or [due]. No due day: never overdue, and nothing to try. */
function trialOf(
  written: Value,
  on: string,
  where: string,
): { name: string | undefined; trial: Trial | null } {
  if (typeof written === 'string') return { name: undefined, trial: { due: written, on } };
  if (Array.isArray(written)) {
    const [first, second] = written;
    if (typeof first !== 'string' || written.length > 2) throw new Unsupported(where);
    return typeof second === 'string'
      ? { name: first, trial: { due: second, on } }
      : { name: undefined, trial: { due: first, on } };
  }
  if (!isWords(written)) throw new Unsupported(where);
  const invoice = new Given(where, written);
  const name = invoice.maybeText('id') ?? invoice.maybeText('doc');
  const due = invoice.maybeText('due') ?? invoice.maybeText('due_date');
  const amount = invoice.maybeNumber('amount');
  const paid = invoice.value('paid') ?? invoice.value('is_paid') ?? false;
  const word = invoice.maybeText('status') ?? invoice.maybeText('state') ?? 'open';
  const payment = invoice.maybeText('payment_status') ?? 'pending';
  const written_open = invoice.maybeNumber('outstanding') ?? invoice.maybeNumber('balance');
  invoice.done();
  const isPaid = paid === true || word === 'paid' || ['paid', 'succeeded'].includes(payment);
  const left = typeof paid === 'number' ? (amount ?? 100) - paid : written_open;
  const outstanding = isPaid ? 0 : left;
  const whole = amount ?? (outstanding || undefined);
  const trial = { due: due ?? on, on, amount: whole, outstanding, state: stateOf(word, where) };
  return { name, trial: due === undefined ? null : trial };
}

function stateOf(word: string, where: string): 'open' | 'draft' | 'void' {
  if (word === 'draft') return 'draft';
  if (['void', 'voided', 'cancelled'].includes(word)) return 'void';
  if (['open', 'unpaid', 'finalized', 'sent', 'posted', 'paid', 'partly_paid', 'partial'].includes(word))
    return 'open';
  throw new Unsupported(`${where} of status ${word}`);
}

const NOT_OVERDUE = new Set(['not_overdue', 'not overdue', 'current', 'on_time', 'open', 'unpaid', 'paid']);

function truthOf(written: Value, where: string): boolean {
  if (typeof written === 'boolean') return written;
  if (written === 'overdue' || written === 'late' || written === 'past_due') return true;
  if (typeof written === 'string' && NOT_OVERDUE.has(written)) return false;
  throw new Unsupported(`${where} as it is written`);
}
