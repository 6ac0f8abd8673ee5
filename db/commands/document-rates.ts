import type { PlainDate } from '@/lib/domain/dates';
import { type Rate, toBase } from '@/lib/domain/exchange';
import type { Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { type DocumentRate, rateKey, ratesOn } from '../queries/exchange-rates';
import type { Tx } from '../scope';

/** What a rate needs to know of a document. */
interface Rated {
  readonly currency: string;
  readonly documentDate: PlainDate;
  /** The rate it is posted with; null for none, left out for the last one known on its day. */
  readonly rate?: DocumentRate | null;
}

/** A rate that came with a document, rather than from the list of rates. */
export function statedRate(rateToBase: Rate, on: PlainDate): DocumentRate {
  return { rateToBase, rateOn: on, rateSource: 'Stated on the document' };
}

/**
 * The rate of each document, in their order: its own, else the last known on or before its day, else null. Always null in the
 * base currency.
 * @throws Refusal `invalid` when a document in the base currency comes with a rate.
 */
export async function documentRates(
  tx: Tx,
  postings: readonly Rated[],
  base: string,
): Promise<(DocumentRate | null)[]> {
  if (postings.some(({ currency, rate }) => currency === base && rate))
    throw new Refusal('invalid', `${base} is the currency of these books: it needs no rate.`, 'rateToBase');
  const wanted = postings.filter(({ currency, rate }) => currency !== base && rate === undefined);
  const known = await ratesOn(
    tx,
    wanted.map(({ currency, documentDate }) => ({ currency, on: documentDate })),
  );
  return postings.map(({ currency, documentDate, rate }) => {
    if (currency === base) return null;
    return rate === undefined ? (known.get(rateKey(currency, documentDate)) ?? null) : rate;
  });
}

/** @throws Refusal `amount_too_large` when a total cannot be written in the base currency at its rate. */
export function assertBaseAmount(
  total: Minor,
  rate: DocumentRate | null,
  { currency, base }: { readonly currency: string; readonly base: string },
): void {
  if (rate && toBase(total, rate.rateToBase, currency, base) === null)
    throw new Refusal(
      'amount_too_large',
      'That rate makes the amount larger than books can hold.',
      'rateToBase',
    );
}
