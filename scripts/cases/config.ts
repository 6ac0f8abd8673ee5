import { textIn } from './api';
import type { Books } from './books';
import { isWords, type Value, type Words } from './case-file';
import { Given } from './given';
import { Unsupported } from './outcome';

/** Sets the fresh organization of a case up as its config says. The base currency was given to it when it was made. */
export async function configure(books: Books, config: Words, steps: readonly Words[]): Promise<void> {
  const given = new Given('config', config);
  given.ignore('base_currency');
  await lateFee(books, given);
  const policy = { ...campaign(books, given), ...levels(given), ...states(given), ...byHand(steps) };
  if (Object.keys(policy).length > 0) await books.api.patch('/reminder-policy', policy);
  given.done();
}

/** How many days of a ladder of attempts there are at least, when a case sets no limit. */
const MANY = 50;

async function lateFee(books: Books, given: Given): Promise<void> {
  const fee = given.part('late_fee');
  if (!fee) return;
  const [amount, percent] = [fee.maybeNumber('amount') ?? 0, fee.maybeNumber('percent') ?? 0];
  const days =
    fee.maybeNumber('days_after_due') ??
    fee.maybeNumber('after_days') ??
    fee.maybeNumber('grace_days') ??
    fee.number('days');
  fee.done();
  await books.api.patch('/organization', {
    late_fee_amount: amount,
    late_fee_percent: percent,
    late_fee_days: days,
  });
}

/** Attempts per customer and currency: each is a step that can be taken from the first day past due on. */
function campaign(books: Books, given: Given): object {
  const dunning = given.part('dunning');
  if (!dunning) return {};
  const threshold = dunning.value('threshold') ?? dunning.value('thresholds');
  const minimums = threshold === undefined ? [] : minimumsOf(books, threshold);
  const most = dunning.maybeNumber('max_attempts');
  const quiet_days = dunning.maybeNumber('days_between') ?? dunning.maybeNumber('days_between_attempts') ?? 0;
  dunning.done();
  return {
    steps: Array.from({ length: most ?? MANY }, () => 1),
    ...(most === undefined ? {} : { max_attempts: most }),
    ...(threshold !== undefined ? { minimums: Object.fromEntries(minimums), only_with_minimum: true } : {}),
    quiet_days,
  };
}

/** The least that is reminded of, by currency: a number alone is of the base currency. */
function minimumsOf(books: Books, written: Value): [currency: string, least: number][] {
  if (typeof written === 'number') return [[books.base, written]];
  if (isWords(written)) return Object.entries(written).map(([code, least]) => [code, number(least)]);
  if (!Array.isArray(written)) throw new Unsupported('config.dunning.threshold as it is written');
  return written.map((each: Value) => {
    const [code, least] = Array.isArray(each)
      ? each
      : isWords(each)
        ? [each.currency, each.amount]
        : [undefined, undefined];
    return [textIn(code), number(least)];
  });
}

/** Levels by days past due; a number alone is the only level. */
function levels(given: Given): object {
  const written = given.value('dunning_levels');
  if (written === undefined) return {};
  const list = Array.isArray(written) ? written : [written];
  const steps = list.map((level: Value): number => {
    if (typeof level === 'number') return level;
    if (Array.isArray(level)) return number(level.find((each) => typeof each === 'number'));
    if (isWords(level))
      return number(level.days ?? level.days_after_due ?? level.overdue ?? level.after_days);
    return number(level);
  });
  return { steps, quiet_days: 0 };
}

function number(value: Value | undefined): number {
  if (typeof value !== 'number') throw new Unsupported('config.dunning_levels as they are written');
  return value;
}

/** The ladder of overdue states: names, and what must be reached, in whatever words. */
function states(given: Given): object {
  const list = given.maybeList('overdue_states');
  if (!list) return {};
  return { overdue_states: list.map(state) };
}

function state(written: Value): object {
  if (Array.isArray(written)) {
    const [name, days] = written;
    return { name: textIn(name), days_since_earliest_unpaid_at_least: number(days) };
  }
  if (!isWords(written)) throw new Unsupported('config.overdue_states as they are written');
  const { name, state: label, id, condition, conditions, when, ...direct } = written;
  const nested = [condition, conditions, when].flatMap((each) => (Array.isArray(each) ? each : [each]));
  const pairs = [direct, ...nested.filter(isWords)].flatMap((words) =>
    typeof words.kind === 'string' ? [[words.kind, words.threshold] as const] : Object.entries(words),
  );
  const limits = pairs.map(([word, threshold]) => [limitOf(word), threshold]);
  return { name: textIn(name ?? label ?? id), ...Object.fromEntries(limits) };
}

function limitOf(word: string): string {
  if (/day|since|age/.test(word)) return 'days_since_earliest_unpaid_at_least';
  if (/count|number/.test(word)) return 'unpaid_count_at_least';
  if (/sum|balance|amount|total/.test(word)) return 'unpaid_sum_at_least';
  throw new Unsupported(`config.overdue_states.${word}`);
}

/** Where a case sends its reminders itself, they wait for it. */
function byHand(steps: readonly Words[]): object {
  const does = steps.some((step) => step.do === 'send_dunning');
  return does ? { by_hand: true } : {};
}
