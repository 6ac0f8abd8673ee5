import { addDays, toPlainDate } from '@/lib/domain/dates';
import { parseAmount, toMinor, ZERO } from '@/lib/domain/money';
import { type OverdueCondition, type OverdueState, overdueState } from '@/lib/domain/overdue-state';
import type { Value } from '../case-file';
import type { Given } from '../given';
import { expectSame, Unsupported } from '../outcome';
import type { Checks } from './check';
import { withFields } from './each';

const DAY = toPlainDate('2024-06-15');
const CURRENCY = 'USD';

const condition = withFields(async (_books, expected) => {
  const kind = kindOf(expected.text('kind'), expected);
  const threshold = expected.number('threshold');
  const one = { kind, threshold: kind === 'unpaid_sum_at_least' ? minor(threshold) : threshold };
  const ladder: OverdueState[] = [{ name: 'reached', conditions: [one] }];
  const found = (expected.maybeList('inputs') ?? []).map(
    (input) => overdueState(ladder, unpaid(kind, input), DAY) === 'reached',
  );
  listMatches(expected, found);
});

/** Rungs by what is unpaid, or by days when the case says so. */
const ladder = withFields(async (_books, expected) => {
  const kind = kindOf(expected.maybeText('kind') ?? 'unpaid_sum_at_least', expected);
  const rungs = (expected.maybeList('thresholds') ?? []).map((rung): OverdueState => {
    const [name, threshold] = Array.isArray(rung) ? rung : [];
    if (typeof name !== 'string' || typeof threshold !== 'number') throw expected.unsupported('thresholds');
    const value = kind === 'unpaid_sum_at_least' ? minor(threshold) : threshold;
    return { name, conditions: [{ kind, threshold: value }] };
  });
  const found = (expected.maybeList('inputs') ?? []).map((input) =>
    overdueState(rungs, unpaid(kind, input), DAY),
  );
  listMatches(expected, found);
});

/** What needs no books. */
export const CALCULATOR_CHECKS: Checks = { condition, ladder };

function unpaid(kind: OverdueCondition['kind'], input: Value) {
  const nothing = { count: 0, sumMinor: ZERO, earliestOn: null };
  if (input === null) return nothing;
  if (typeof input !== 'number') throw new Unsupported(`an input of ${kind} that is no number`);
  switch (kind) {
    case 'unpaid_count_at_least':
      return { ...nothing, count: input };
    case 'unpaid_sum_at_least':
      return { ...nothing, sumMinor: toMinor(minor(input)) };
    case 'days_since_earliest_unpaid_at_least':
      return { ...nothing, earliestOn: addDays(DAY, -input) };
  }
}

function kindOf(word: string, expected: Given): OverdueCondition['kind'] {
  switch (word) {
    case 'unpaid_count_at_least':
    case 'unpaid_sum_at_least':
    case 'days_since_earliest_unpaid_at_least':
      return word;
    case 'unpaid_balance_at_least':
    case 'total_unpaid_at_least':
      return 'unpaid_sum_at_least';
    default:
      throw new Unsupported(`${expected.where} of kind ${word}`);
  }
}

function listMatches(expected: Given, found: readonly unknown[]): void {
  const wanted = expected.maybeList('expect') ?? [];
  expectSame(`${expected.where}.expect, how many`, wanted.length, found.length);
  for (const [at, value] of wanted.entries()) expectSame(`${expected.where}.expect.${at}`, value, found[at]);
}

function minor(amount: number): number {
  return parseAmount(String(amount), CURRENCY) ?? Number.NaN;
}
