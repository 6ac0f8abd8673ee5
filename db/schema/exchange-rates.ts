import { index, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Rate } from '@/lib/domain/exchange';
import { currency, day, id, orgId, recordedAt } from './columns';

/** What a currency was worth on a day. A correction is a further row; the last recorded of a day holds. */
export const exchangeRates = pgTable(
  'exchange_rates',
  {
    id: id(),
    orgId: orgId(),
    currency: currency(),
    rateOn: day('rate_on').notNull(),
    /** Units of the base currency for one unit of this one, exact decimal as text. */
    rateToBase: numeric('rate_to_base').$type<Rate>().notNull(),
    /** Who published it, in the words of whoever entered it. */
    source: text('source').notNull(),
    createdBy: uuid('created_by'),
    recordedAt: recordedAt(),
  },
  (t) => [index('exchange_rates_of').on(t.orgId, t.currency, t.rateOn, t.recordedAt)],
);
