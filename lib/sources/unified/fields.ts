import { z } from 'zod';
import { decimalsOf, isCurrency } from '../../domain/currencies';
import { isPlainDate, type PlainDate, todayIn } from '../../domain/dates';
import { type Minor, parseAmount } from '../../domain/money';

/** A text, or null when it is missing, empty or something else. */
export const Text = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null));

/** An amount as it came: a number or its digits; null when it is missing. */
export const Amount = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => value ?? null);

/** Rows of something; a missing or broken list is an empty one. */
export function listOf<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .catch(null)
    .transform((rows) => rows ?? []);
}

/** Exact minor units. Digits beyond the currency's are noise of floating point, or else nothing is read: null. */
export function readAmount(value: number | string | null, currency: string): Minor | null {
  if (value === null) return null;
  if (typeof value === 'string') return parseAmount(value, currency);
  const text = value.toFixed(decimalsOf(currency));
  const isExact = Math.abs(Number(text) - value) <= 1e-9 + 1e-13 * Math.abs(value);
  return isExact ? parseAmount(text, currency) : null;
}

/**
 * The day of a date or an instant, as the books elsewhere mean it: midnight of UTC is how they write a day, any other instant falls on
 * a day of their zone. Null when it is neither.
 */
export function readDay(text: string, timeZone: string): PlainDate | null {
  const day = text.slice(0, 10);
  if (!isPlainDate(day)) return null;
  if (/^.{10}$|^.{10}T00:00(:00(\.0+)?)?(Z|\+00:?00)?$/.test(text)) return day;
  // Without a zone it is the clock on their wall.
  if (!/(Z|[+-]\d\d:?\d\d)$/.test(text)) return Number.isNaN(Date.parse(`${text}Z`)) ? null : day;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : todayIn(timeZone, at);
}

/** The currency that a text names; null when it names none. */
export function readCurrency(text: string | null): string | null {
  return text !== null && isCurrency(text) ? text : null;
}

/** Days of terms such as NET_30; null for others. */
export function readTerms(text: string | null): number | null {
  if (text === 'ON_RECEIPT') return 0;
  const days = /^NET_(\d{1,3})$/.exec(text ?? '')?.[1];
  return days === undefined ? null : Number(days);
}

/** A rate as exact decimal text; null when there is none, or none that means anything. */
export function readRate(value: number | null | undefined): string | null {
  return value && Number.isFinite(value) && value > 0 && value < 1e6
    ? String(Number(value.toFixed(8)))
    : null;
}
