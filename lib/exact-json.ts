import { type Minor, toDecimal } from './domain/money';

/** A number that is written digit by digit, such as 1000.50, and never was a float. */
export class ExactNumber {
  constructor(readonly text: string) {}
}

/** An amount as JSON writes it: a number in major units with all decimals of its currency. */
export function money(amount: Minor, currency: string): ExactNumber {
  return new ExactNumber(toDecimal(amount, currency));
}

/** The JSON text of a value. `ExactNumber` is written as its digits, undefined members are left out. */
export function encodeJson(value: unknown): string {
  if (value instanceof ExactNumber) return value.text;
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(encodeJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${encodeJson(member)}`).join(',')}}`;
}
