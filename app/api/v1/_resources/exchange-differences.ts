import { z } from 'zod';
import {
  type ExchangeDifference,
  exchangeDifferences,
  type RatedDocument,
} from '@/db/queries/exchange-differences';
import { type UnrealisedDifference, unrealisedDifferences } from '@/db/queries/unrealised-differences';
import { type PlainDate, toPlainDate } from '@/lib/domain/dates';
import { type Minor, sumOf } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { malformed } from '../_api/api-error';
import { readOffset, writeCursor } from '../_api/cursor';
import { AsOf, Currency, Day, KnownAt, Money, momentOf, Page } from '../_api/fields';
import { type Answer, reading } from '../_api/operation';
import { RateFacts, writeMoney, writeRate } from '../_api/rates';

const Side = z.object({
  document_id: z.uuid(),
  kind: z.string(),
  number: z.string(),
  rate_to_base: z.string().nullable(),
});

const Difference = z.object({
  allocation_id: z.uuid(),
  customer_id: z.uuid(),
  effective_on: Day,
  currency: Currency,
  amount: Money.meta({ description: 'Below 0 when an application of money was taken back.' }),
  debit: Side.extend({ base_amount: Money.nullable() }),
  credit: Side.extend({ base_amount: Money.nullable() }),
  exchange_difference_base: Money.nullable().meta({
    description: 'Above 0 is a gain. Null where a document was posted without a rate.',
  }),
});

const Realised = z.object({
  total: Money.meta({ description: 'Of the applications whose documents have rates.' }),
  count: z.int(),
  without_rate: z
    .int()
    .meta({ description: 'Applications whose difference is not known, for want of a rate.' }),
});

const Unrealised = RateFacts.extend({
  currency: Currency,
  open: Money,
  gain: Money.nullable().meta({ description: 'Null when no rate of the day was known.' }),
  without_rate: z
    .object({ count: z.int(), open: Money })
    .meta({ description: 'Open items that were posted without a rate: not in the gain.' }),
});

/** What changing rates made of what was settled, and would make of what is open. */
export const getExchangeDifferences = reading({
  id: 'getExchangeDifferences',
  path: '/exchange-differences',
  summary:
    'Realised exchange gains and losses of a span, per application of money, and unrealised ones as of its last day. All in the base currency.',
  may: 'books:read',
  query: z.strictObject({
    ...Page,
    ...AsOf,
    ...KnownAt,
    from: Day.optional().meta({ description: 'The first day of the month of `to` unless given.' }),
    to: Day.optional().meta({ description: 'as_of, or today, unless given.' }),
    currency: Currency.optional(),
  }),
  answer: z.object({
    base_currency: Currency,
    from: Day,
    to: Day,
    realised: Realised,
    unrealised: z.array(Unrealised),
    data: z.array(Difference),
    next_cursor: z.string().nullable(),
  }),
  run: async ({ tx, actor, today }, query) => {
    const base = actor.org.currency;
    const to = query.to ?? query.as_of ?? today;
    const from = query.from ?? firstOfMonth(to);
    if (from > to) throw malformed('from: is after to.', 'from');
    const { limit, currency } = query;
    const offset = readOffset(query.cursor);
    const moment = momentOf(to, query.known_at);
    const all = await exchangeDifferences(tx, base, { from, to, currency }, moment);
    const open = await unrealisedDifferences(tx, base, moment);
    const next = offset + limit < all.length ? writeCursor([String(offset + limit)]) : null;
    return {
      body: {
        base_currency: base,
        from,
        to,
        realised: sumUp(all, base),
        unrealised: open
          .filter((each) => currency === undefined || each.currency === currency)
          .map((each) => writeUnrealised(each, base)),
        data: all.slice(offset, offset + limit).map((each) => writeDifference(each, base)),
        next_cursor: next,
      },
      next,
    };
  },
});

function firstOfMonth(day: PlainDate): PlainDate {
  return toPlainDate(`${day.slice(0, 7)}-01`);
}

function sumUp(all: readonly ExchangeDifference[], base: string): Answer<z.output<typeof Realised>> {
  const known = all.map((each) => each.gainMinor).filter((gain) => gain !== null);
  return { total: money(sumOf(known), base), count: all.length, without_rate: all.length - known.length };
}

function writeDifference(each: ExchangeDifference, base: string): Answer<z.output<typeof Difference>> {
  return {
    allocation_id: each.allocationId,
    customer_id: each.customerId,
    effective_on: each.effectiveOn,
    currency: each.currency,
    amount: money(each.amountMinor, each.currency),
    debit: writeSide(each.debit, each.debitBaseMinor, base),
    credit: writeSide(each.credit, each.creditBaseMinor, base),
    exchange_difference_base: writeMoney(each.gainMinor, base),
  };
}

function writeSide(
  { documentId, kind, number, rateToBase }: RatedDocument,
  value: Minor | null,
  base: string,
) {
  return {
    document_id: documentId,
    kind,
    number,
    rate_to_base: rateToBase,
    base_amount: writeMoney(value, base),
  };
}

function writeUnrealised(each: UnrealisedDifference, base: string): Answer<z.output<typeof Unrealised>> {
  const { currency, withoutRate } = each;
  return {
    currency,
    open: money(each.openMinor, currency),
    gain: writeMoney(each.gainMinor, base),
    ...writeRate(each.closing),
    without_rate: { count: withoutRate.count, open: money(withoutRate.openMinor, currency) },
  };
}
