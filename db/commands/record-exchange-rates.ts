import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { Rate } from '@/lib/domain/exchange';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { insertRows } from '../insert-rows';
import { bookRules } from '../queries/book-rules';
import { exchangeRates } from '../schema/exchange-rates';
import type { Tx } from '../scope';
import { lockLedger } from './lock-ledger';
import { recordActivity } from './record-activity';

/** What a currency was worth on a day. */
export interface NewExchangeRate {
  readonly currency: string;
  readonly rateOn: PlainDate;
  readonly rateToBase: Rate;
  /** Who published it. */
  readonly source: string;
}

/**
 * Records what currencies were worth. A rate for a day that has one replaces it from now on; documents keep the rate that they
 * were posted with. Answers the ids in order.
 * @throws Refusal `invalid` for the base currency itself, or for a currency and day that are given twice.
 */
export async function recordExchangeRates(
  tx: Tx,
  actor: Actor,
  rates: readonly NewExchangeRate[],
): Promise<{ rateIds: string[] }> {
  if (rates.length === 0) return { rateIds: [] };
  await lockLedger(tx);
  const { currency: base } = await bookRules(tx);
  const seen = new Set<string>();
  for (const { currency, rateOn } of rates) {
    if (currency === base)
      throw new Refusal('invalid', `${base} is the currency of these books: it needs no rate.`, 'currency');
    const key = `${currency} ${rateOn}`;
    if (seen.has(key))
      throw new Refusal('invalid', `${currency} is given twice for ${rateOn}. Send one rate a day.`, 'date');
    seen.add(key);
  }
  const rows = rates.map((rate) => ({ ...rate, id: uuid7(), createdBy: actor.userId }));
  await insertRows(tx, exchangeRates, rows);
  const [first] = rows;
  if (!first) throw new Error('no rate was left to record');
  const currencies = [...new Set(rates.map((rate) => rate.currency))].toSorted();
  await recordActivity(tx, actor, {
    verb: 'exchange_rates_recorded',
    objectKind: 'exchange_rate',
    objectId: first.id,
    after: {
      count: rates.length,
      currencies: currencies.slice(0, 50),
      ...(rates.length === 1 ? { rateOn: first.rateOn, rate: first.rateToBase, source: first.source } : {}),
    },
  });
  return { rateIds: rows.map((row) => row.id) };
}
