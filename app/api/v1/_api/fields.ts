import { z } from 'zod';
import type { Moment } from '@/db/expressions';
import { isCurrency } from '@/lib/domain/currencies';
import { isPlainDate, type PlainDate } from '@/lib/domain/dates';
import { parseInstant, toInstant } from '@/lib/domain/instants';
import { type Minor, parseAmount } from '@/lib/domain/money';
import { isUuid } from '@/lib/uuid';
import { ApiError, malformed } from './api-error';

/** A calendar day. */
export const Day = z
  .string()
  .refine(isPlainDate, 'is not a day written YYYY-MM-DD')
  .meta({ format: 'date', examples: ['2026-03-31'] });

/** ISO 4217, upper case. */
export const Currency = z
  .string()
  .refine(isCurrency, 'is not a currency of ISO 4217')
  .meta({ pattern: '^[A-Z]{3}$', examples: ['USD'] });

/** Money on its way in: major units, as text or as a number. The currency decides how many decimals it may have. */
export const Amount = z.union([z.string().max(30), z.number()]).meta({
  description: 'Money in major units; no more decimals than the currency has.',
  examples: ['1250.00', 1250],
});

/** Money on its way out: a number in major units with all decimals of its currency. */
export const Money = z.number().meta({ description: 'Money in major units.' });

/** A decimal number that is not money, such as a quantity: as text or as a number. */
export const Decimal = z.union([z.string().max(20), z.number()]).meta({ examples: ['2.5', 3] });

/** Text of one line; what is blank at its ends is cut off. */
export function text(max: number) {
  return z.string().trim().min(1).max(max);
}

/** What every reading operation takes: the day that is reported on. */
export const AsOf = {
  as_of: Day.optional().meta({ description: 'The day that is reported on; today unless given.' }),
};

/** What reports take beside the day: the instant by which something was known. */
export const KnownAt = {
  known_at: z.iso
    .datetime({ offset: true })
    .refine((iso) => parseInstant(iso) !== null, 'is not a moment of the years 1 to 9999')
    .optional()
    .meta({ description: 'As it was known then: what was recorded later is left out.' }),
};

/** What lists take. */
export const Page = {
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().max(200).optional().meta({ description: 'Where the last answer ended.' }),
};

/** One currency; the organization's own unless given. */
export const InCurrency = { currency: Currency.optional() };

/** What a report knows: the day asked for or today, and nothing recorded after `knownAt`. */
export function momentOf(asOf: PlainDate, knownAt?: string): Moment {
  return { asOf, knownAt: knownAt === undefined ? null : toInstant(knownAt) };
}

/**
 * An amount of a request in minor units, read digit by digit; a number by its shortest decimal text.
 * @throws ApiError 400 when it is no amount, or has more decimals than the currency.
 */
export function readAmount(amount: z.output<typeof Amount>, currency: string, field: string): Minor {
  const minor = parseAmount(plainDecimal(amount, field), currency);
  if (minor === null) throw malformed(`${field}: is not an amount of ${currency}.`, field);
  return minor;
}

/** A decimal of a request as exact text. @throws ApiError 400 when it is none, or longer than anybody needs. */
export function readDecimal(value: z.output<typeof Decimal>, field: string): string {
  const written = plainDecimal(value, field);
  if (!/^-?\d{1,9}(\.\d{1,6})?$/.test(written)) throw malformed(`${field}: is too long.`, field);
  return written;
}

/** An id from a path. @throws ApiError 404 when it cannot be one: not there, like any other that is not. */
export function readId(id: string | undefined): string {
  if (id === undefined || !isUuid(id))
    throw new ApiError(404, 'not_found', 'There is nothing under this id.');
  return id;
}

function plainDecimal(value: string | number, field: string): string {
  const written = typeof value === 'number' ? String(value) : value.trim();
  if (!/^-?\d+(\.\d+)?$/.test(written)) throw malformed(`${field}: is not a decimal number.`, field);
  return written;
}
