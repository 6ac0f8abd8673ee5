import { isCurrency } from './domain/currencies';
import { type Minor, toMinor } from './domain/money';
import { formatMoney } from './format';

/** The named fields of what the activity keeps; none when it is not a record. */
export function fieldsOf(facts: unknown): [name: string, value: unknown][] {
  return typeof facts === 'object' && facts !== null && !Array.isArray(facts) ? Object.entries(facts) : [];
}

/** A field as text; null when it is absent, null, or more than a word or a number. */
export function textOf(facts: unknown, name: string): string | null {
  const value = fieldsOf(facts).find(([field]) => field === name)?.[1];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** The size of the amount that a record names in its own currency, "$250.00"; null when it names none. */
export function amountOf(facts: unknown): string | null {
  const amount = minorOf(facts, 'amountMinor');
  const currency = textOf(facts, 'currency');
  if (amount === null || currency === null || !isCurrency(currency)) return null;
  return formatMoney(toMinor(Math.abs(amount)), currency);
}

/** What the parts of an application of credit add up to; null when it is not a list of parts. */
export function matchesTotal(facts: unknown): Minor | null {
  if (!Array.isArray(facts)) return null;
  const amounts = facts.map((part: unknown) => minorOf(part, 'amountMinor'));
  if (amounts.includes(null)) return null;
  return toMinor(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0));
}

/** A field in minor units; null when it is not a whole number. */
function minorOf(facts: unknown, name: string): Minor | null {
  const value = fieldsOf(facts).find(([field]) => field === name)?.[1];
  return typeof value === 'number' && Number.isSafeInteger(value) ? toMinor(value) : null;
}
