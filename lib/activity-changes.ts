import { fieldsOf, textOf } from './activity-fields';
import { isCurrency } from './domain/currencies';
import { isPlainDate } from './domain/dates';
import { toMinor } from './domain/money';
import { formatCount, formatDay, formatMoney } from './format';

/** One fact of a deed in words. `before` and `after` are both there only when the one replaced the other. */
export interface Change {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

const LONGEST = 300; // characters of one value
const NONE = 'none';

/**
 * What the activity keeps of a deed, fact by fact. Ids are left out, they say nothing to people, and so is what never
 * had a value; amounts are in the record's own currency, else in `currency`.
 */
export function activityChanges(
  { before, after }: { readonly before: unknown; readonly after: unknown },
  currency: string | null,
): Change[] {
  const [was, is] = [factsOf(before, currency), factsOf(after, currency)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((label) => ({ label, before: was.get(label) ?? null, after: is.get(label) ?? null }))
    .filter((change) => [change.before, change.after].some((text) => text !== null && text !== NONE))
    .map((change) => (change.before === change.after ? { ...change, before: null } : change));
}

function factsOf(record: unknown, currency: string | null): Map<string, string> {
  if (Array.isArray(record)) return new Map([['Parts', listed(record, currency)]]);
  const fields = fieldsOf(record);
  const own = textOf(record, 'currency');
  const code = own !== null && isCurrency(own) ? own : currency;
  const hasAmount = fields.some(([name]) => name.endsWith('Minor'));
  const facts = fields
    .filter(([name]) => !isId(name) && !(name === 'currency' && hasAmount))
    .map(([name, value]): [string, string] => [
      labelOf(name),
      (written(name, value, code) || NONE).slice(0, LONGEST),
    ]);
  return new Map(facts);
}

/** "unappliedMinor" -> "Unapplied", "dueOn" -> "Due on", "ip" -> "IP". */
function labelOf(name: string): string {
  if (name === 'ip') return 'IP';
  const words = name
    .replace(/Minor$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function written(name: string, value: unknown, currency: string | null): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return listed(value, currency);
  if (typeof value === 'object') return recorded(value, currency);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' && name.endsWith('Minor') && currency !== null && Number.isSafeInteger(value))
    return formatMoney(toMinor(value), currency);
  if (typeof value === 'number') return Number.isInteger(value) ? formatCount(value) : String(value);
  if (typeof value !== 'string') return '';
  return isPlainDate(value) ? formatDay(value) : value;
}

function listed(values: readonly unknown[], currency: string | null): string {
  return values
    .map((value) => written('', value, currency))
    .filter(Boolean)
    .join(', ');
}

/** A record within a record: its values, with names only where the value does not speak for itself. */
function recorded(record: object, currency: string | null): string {
  const own = textOf(record, 'currency') ?? currency;
  return fieldsOf(record)
    .filter(([name]) => !isId(name))
    .map(([name, value]) => {
      const text = written(name, value, own);
      const speaks = typeof value === 'string' || name.endsWith('Minor');
      return text === '' || speaks ? text : `${labelOf(name).toLowerCase()} ${text}`;
    })
    .filter(Boolean)
    .join(' ');
}

function isId(name: string): boolean {
  return /(^id|Ids?)$/.test(name);
}
