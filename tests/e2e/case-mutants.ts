import { type Case, isWords, type Value, type Words } from '@/scripts/cases/case-file';

/** A case with one expectation changed, and which one. */
interface Mutant {
  readonly what: string;
  readonly changed: Case;
}

/** What a check is asked, rather than what it expects: changing it makes another question. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  list: ['of', 'min', 'max', 'equals', 'limit', 'from_date', 'to_date', 'meaning'],
  // Another customer that is not seen is not seen either.
  report: [
    'customers_not_seen',
    'op',
    'as_of',
    'basis',
    'group_by',
    'currency',
    'show_future',
    'filter',
    'bucket_edges',
    'as_user',
  ],
  condition: ['kind', 'threshold', 'inputs'],
  ladder: ['thresholds', 'inputs'],
  tax: ['lines', 'unit', 'percent', 'rounding'],
  terms: ['lines', 'amount', 'date'],
  amount_to_pay: ['doc', 'on'],
  overdue_state: ['customer', 'on'],
};

/** The case once for every number, word and truth value that it expects: a cent more, another word, the opposite. */
export function mutants(scene: Case): Mutant[] {
  return scene.steps.flatMap((step, at) =>
    changes(step).map(({ what, value }) => ({
      what: `step ${at + 1}${what}`,
      changed: { ...scene, steps: scene.steps.map((each, i) => (i === at ? value : each)) },
    })),
  );
}

interface Change<T> {
  readonly what: string;
  readonly value: T;
}

function changes(step: Words): Change<Words>[] {
  if (typeof step.expect_error === 'string')
    return [{ what: '.expect_error', value: { ...step, expect_error: another(step.expect_error) } }];
  const { check } = step;
  if (!isWords(check)) return [];
  return Object.entries(check).flatMap(([word, expected]) =>
    within(expected, QUESTIONS[word] ?? []).map(({ what, value }) => ({
      what: `.${word}${what}`,
      value: { ...step, check: { ...check, [word]: value } },
    })),
  );
}

function within(value: Value, questions: readonly string[]): Change<Value>[] {
  if (typeof value === 'number') return [{ what: '', value: Math.round((value + 0.01) * 1e6) / 1e6 }];
  if (typeof value === 'boolean') return [{ what: '', value: !value }];
  if (typeof value === 'string') return [{ what: '', value: `${value}x` }];
  if (Array.isArray(value))
    return value.flatMap((each: Value, at) =>
      within(each, []).map((change) => ({
        what: `.${at}${change.what}`,
        value: value.map((other: Value, i) => (i === at ? change.value : other)),
      })),
    );
  if (!isWords(value)) return [];
  return Object.entries(value)
    .filter(([name]) => !questions.includes(name))
    .flatMap(([name, each]) =>
      within(each, []).map((change) => ({
        what: `.${name}${change.what}`,
        value: { ...value, [name]: change.value },
      })),
    );
}

/** Another of the names that refusals have, of a meaning of its own. */
function another(error: string): string {
  return error === 'run_date_before_last_run' ? 'invoice_not_on_payment' : 'run_date_before_last_run';
}
