import { z } from 'zod';
import { recordExchangeRates } from '@/db/commands/record-exchange-rates';
import { exchangeRateList } from '@/db/queries/exchange-rates';
import { malformed } from '../_api/api-error';
import { readOffset, writeCursor } from '../_api/cursor';
import { AsOf, Currency, Day, Decimal, Page, text } from '../_api/fields';
import { reading, writing } from '../_api/operation';
import { readRate, writeRate } from '../_api/rates';

const MOST = 1_000;

/** What a currency was worth on a day. */
const NewRate = z.strictObject({
  currency: Currency,
  date: Day,
  rate: Decimal.optional().meta({
    description: 'Units of the base currency for one unit.',
    examples: ['1.0842'],
  }),
  quote: z
    .string()
    .max(60)
    .optional()
    .meta({ description: 'The other way round, instead of rate.', examples: ['1 USD = 1.20 EUR'] }),
  source: text(100)
    .default('Entered')
    .meta({ description: 'Who published it.', examples: ['ECB'] }),
});

const Rate = z.object({
  rate_id: z.uuid(),
  currency: Currency,
  date: Day,
  rate_to_base: z.string(),
  rate_quote: z.string().nullable().meta({ description: 'Units for one of the base currency, if given so.' }),
  source: z.string(),
  superseded: z.boolean().meta({ description: 'A later record of the same day replaced it.' }),
  recorded_at: z.string(),
});

/** Rates by day. */
export const listExchangeRates = reading({
  id: 'listExchangeRates',
  path: '/exchange-rates',
  summary: 'What currencies were worth in the base currency, newest day first; replaced rates too.',
  may: 'books:read',
  query: z.strictObject({
    ...Page,
    ...AsOf,
    currency: Currency.optional(),
    from: Day.optional(),
    to: Day.optional(),
  }),
  answer: z.object({ base_currency: Currency, data: z.array(Rate), next_cursor: z.string().nullable() }),
  run: async ({ tx, actor }, { limit, cursor, as_of, currency, from, to }) => {
    const offset = readOffset(cursor);
    const [last] = [as_of, to].filter((day) => day !== undefined).toSorted();
    const rows = await exchangeRateList(tx, { currency, from, to: last }, { limit: limit + 1, offset });
    const next = rows.length > limit ? writeCursor([String(offset + limit)]) : null;
    const data = rows.slice(0, limit).map((row) => {
      const { rate_quote } = writeRate(row);
      return {
        rate_id: row.id,
        currency: row.currency,
        date: row.rateOn,
        rate_to_base: row.rateToBase,
        rate_quote,
        source: row.rateSource,
        superseded: row.isSuperseded,
        recorded_at: row.recordedAt.toISOString(),
      };
    });
    return { body: { base_currency: actor.org.currency, data, next_cursor: next }, next };
  },
});

/** Records rates, one or many at once. */
export const createExchangeRates = writing({
  id: 'createExchangeRates',
  path: '/exchange-rates',
  summary:
    'Records what currencies were worth: one rate, or up to 1,000. Posted documents keep the rate they were posted with.',
  may: 'books:write',
  status: 201,
  body: z.union([
    NewRate,
    z.array(NewRate).min(1).max(MOST),
    z.strictObject({ rates: z.array(NewRate).min(1).max(MOST) }),
  ]),
  answer: z.object({ count: z.int(), rate_ids: z.array(z.uuid()) }),
  run: async ({ tx, actor }, body) => {
    const given = Array.isArray(body) ? body : 'rates' in body ? body.rates : [body];
    const rates = given.map((each, i) => {
      const { currency, date, source } = each;
      const at = given.length > 1 ? `rates.${i}.` : '';
      const rateToBase = readRate(
        { rate_to_base: each.rate, rate_quote: each.quote },
        currency,
        actor.org.currency,
        {
          rate: `${at}rate`,
          quote: `${at}quote`,
        },
      );
      if (rateToBase === undefined) throw malformed(`${at}rate: give rate or quote.`, `${at}rate`);
      return { currency, rateOn: date, rateToBase, source };
    });
    const { rateIds } = await recordExchangeRates(tx, actor, rates);
    return { body: { count: rateIds.length, rate_ids: rateIds } };
  },
});
