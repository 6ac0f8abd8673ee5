import { z } from 'zod';
import type { DocumentRate } from '@/db/queries/exchange-rates';
import { inBase, parseQuote, parseRate, quoteOf, type Rate } from '@/lib/domain/exchange';
import type { Minor } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { malformed } from './api-error';
import { Day, Decimal, Money } from './fields';
import type { Answer } from './operation';

const Quote = z.string().max(60);

/** With which rate a document in another currency is posted; the last one known on its day unless one of them is given. */
export const RateFields = {
  rate_to_base: Decimal.nullable()
    .optional()
    .meta({ description: 'Units of the base currency for one unit of the currency.', examples: ['0.8333'] }),
  rate_quote: Quote.nullable()
    .optional()
    .meta({
      description: 'The same the other way round, or in words: 1.20, or 1 USD = 1.20 EUR.',
      examples: ['1 USD = 1.20 EUR'],
    }),
};

/** A rate as it is always shown: with its day and who published it. */
export const RateFacts = z.object({
  rate_to_base: z.string().nullable().meta({
    description: 'Units of the base currency for one; null in the base currency, or when none was known.',
  }),
  rate_quote: z.string().nullable().meta({ description: 'Units for one of the base currency, if given so.' }),
  rate_on: Day.nullable(),
  rate_source: z.string().nullable(),
});

/** The rate of a document and what its amount is in the base currency. */
export const BaseFacts = RateFacts.extend({
  base_amount: Money.nullable().meta({ description: 'In the base currency; null when no rate was known.' }),
});

interface Given {
  readonly rate_to_base?: string | number | null | undefined;
  readonly rate_quote?: string | null | undefined;
}

/** The rate that a request states; undefined when it states none. @throws ApiError 400 for one that is none, or for two. */
export function readRate(
  { rate_to_base, rate_quote }: Given,
  currency: string,
  base: string,
  names: { readonly rate: string; readonly quote: string } = { rate: 'rate_to_base', quote: 'rate_quote' },
): Rate | undefined {
  const hasRate = rate_to_base !== undefined && rate_to_base !== null;
  if (rate_quote === undefined || rate_quote === null) {
    if (!hasRate) return undefined;
    const rate = parseRate(String(rate_to_base).trim());
    if (rate === null)
      throw malformed(`${names.rate}: must be a decimal above 0, of at most 12 decimals.`, names.rate);
    return rate;
  }
  if (hasRate)
    throw malformed(`${names.quote}: give only one of ${names.rate}, ${names.quote}.`, names.quote);
  const rate = parseQuote(rate_quote, currency, base);
  if (rate === null)
    throw malformed(
      `${names.quote}: must read 1 ${base} = … ${currency}, or be a decimal above 0.`,
      names.quote,
    );
  return rate;
}

/** How a rate is written; all null without one. */
export function writeRate(rate: DocumentRate | null): Answer<z.output<typeof RateFacts>> {
  return {
    rate_to_base: rate?.rateToBase ?? null,
    rate_quote: rate && quoteOf(rate.rateToBase),
    rate_on: rate?.rateOn ?? null,
    rate_source: rate?.rateSource ?? null,
  };
}

/** The rate of a document and its amount in the base currency. */
export function writeBase(
  document: { readonly amountMinor: Minor; readonly currency: string; readonly rate: DocumentRate | null },
  base: string,
): Answer<z.output<typeof BaseFacts>> {
  const { amountMinor, currency, rate } = document;
  return {
    ...writeRate(rate),
    base_amount: writeMoney(inBase(amountMinor, rate?.rateToBase ?? null, currency, base), base),
  };
}

/** An amount, or null where it is not known. */
export function writeMoney(amount: Minor | null, currency: string) {
  return amount === null ? null : money(amount, currency);
}
