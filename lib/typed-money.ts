import { decimalsOf } from './domain/currencies';
import { MAX_DOCUMENT_MINOR, type Minor, toMinor } from './domain/money';
import { formatColumn } from './format';
import { parseMoneyText } from './money-text';
import { Refusal } from './refusal';

/** An amount as a person typed it into `field` of a form. @throws Refusal `invalid` when there is none, or it cannot be read. */
export function typedMoney(text: string, currency: string, field: string): Minor {
  const amount = parseMoneyText(text, currency);
  if (amount !== null) return amount;
  if (text.trim() === '') throw new Refusal('invalid', 'Enter the amount.', field);
  throw new Refusal('invalid', `“${text}” ${notAnAmount(currency)}`, field);
}

/** What is said of a text that is no amount: "is not an amount in USD. Write it like 1,250.00." */
export function notAnAmount(currency: string): string {
  const example = formatColumn(toMinor(1_250 * 10 ** decimalsOf(currency)), currency);
  return `is not an amount in ${currency}. Write it like ${example}.`;
}

/** A fee or a limit as it was typed: zero, or more. @throws Refusal `invalid` as `typedMoney`, and for what is below zero or too large. */
export function typedFee(text: string, currency: string, field: string): Minor {
  const amount = typedMoney(text, currency, field);
  const fault = feeFault(text, currency);
  if (fault !== null) throw new Refusal('invalid', fault, field);
  return amount;
}

/** What is wrong with a fee or a limit as it was typed, as a sentence; null when nothing is. */
export function feeFault(text: string, currency: string): string | null {
  const amount = parseMoneyText(text, currency);
  if (amount === null) return `“${text}” ${notAnAmount(currency)}`;
  if (amount < 0) return `“${text}” is below zero. Write 0, or more.`;
  return amount > MAX_DOCUMENT_MINOR ? `“${text}” is too large.` : null;
}
