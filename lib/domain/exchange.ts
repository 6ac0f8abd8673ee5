import { decimalsOf } from './currencies';
import { type Minor, scale, toMinor, ZERO } from './money';

declare const rate: unique symbol;
/** Units of the base currency for one unit of another, above 0: an exact decimal as text. */
export type Rate = string & { readonly [rate]: true };

/** What people write: up to 12 digits before the point and 12 behind it. */
const WRITTEN = /^\d{1,12}(\.\d{1,12})?$/;
/**
 * Decimals of a rate that was given the other way round. Rounded up there, amount × rate is rounded as amount ÷ quote would
 * be, for every amount a document can carry: what the rounding adds is less than what parts any product from a half.
 */
const INVERSE_DECIMALS = 50;
const SENTENCE = /^1 ?([A-Z]{3}) ?= ?(\d[\d.]*) ?([A-Z]{3})$/;

/** A rate from its decimal text, without idle zeros; null when it is none, or not above 0. */
export function parseRate(text: string): Rate | null {
  if (!WRITTEN.test(text) || !/[1-9]/.test(text)) return null;
  return canonical(text);
}

/**
 * A rate from a quote: units of `currency` for one of `base` ("1.20"), or a sentence that names both, in either direction
 * ("1 USD = 1.20 EUR"). Null when it is none, or names others.
 */
export function parseQuote(text: string, currency: string, base: string): Rate | null {
  const sentence = SENTENCE.exec(text.trim());
  if (!sentence) return inverseOf(text.trim());
  const [, one, value = '', other] = sentence;
  if (one === base && other === currency) return inverseOf(value);
  return one === currency && other === base ? parseRate(value) : null;
}

/**
 * The rate at which an amount came to so much in the base currency, as a bank tells it. `toBase` of the amount gives that back.
 * Null unless both are above 0.
 */
export function rateOf(amount: Minor, currency: string, baseAmount: Minor, base: string): Rate | null {
  if (amount <= 0 || baseAmount <= 0) return null;
  const shift = INVERSE_DECIMALS + decimalsOf(currency) - decimalsOf(base);
  const [whole, part] = [BigInt(baseAmount) * 10n ** BigInt(shift), BigInt(amount)];
  return canonical(written((whole + part - 1n) / part, INVERSE_DECIMALS));
}

/** The quote that a rate was given as, units of the currency for one of the base; null for a rate that was given as such. */
export function quoteOf(value: Rate): string | null {
  const { digits, decimals } = partsOf(value);
  if (decimals <= 12) return null;
  const scaled = (2n * 10n ** BigInt(decimals + 12) + digits) / (2n * digits);
  return canonical(written(scaled, 12));
}

/**
 * An amount in the base currency, rounded once, half away from zero, to the base currency's own decimals. Null when it would be
 * larger than an amount can be.
 */
export function toBase(amount: Minor, value: Rate, currency: string, base: string): Minor | null {
  const { digits, decimals } = partsOf(value);
  const shift = decimalsOf(base) - decimalsOf(currency) - decimals;
  const [up, down] = shift >= 0 ? [10n ** BigInt(shift), 1n] : [1n, 10n ** BigInt(-shift)];
  const largest = BigInt(Number.MAX_SAFE_INTEGER) * down;
  if (BigInt(Math.abs(amount)) * digits * up > largest) return null;
  return scale(amount, digits * up, down);
}

/** Part of an item that was settled, or given back when an earlier settlement was undone. */
export interface Settlement {
  readonly id: string;
  /** Above 0; below 0 for the undoing of `undoes`. */
  readonly amountMinor: Minor;
  /** The settlement that this one takes back; null for a settlement. */
  readonly undoes: string | null;
}

/**
 * What each settlement of an item is worth in the base currency at the item's own rate, by id. Each is rounded by itself; the
 * one that leaves nothing open takes what the others left, so all parts add up to `baseMinor`. In the order of recording.
 */
export function settledInBase(
  item: { readonly amountMinor: Minor; readonly baseMinor: Minor },
  settlements: readonly Settlement[],
  valueOf: (part: Minor) => Minor | null,
): Map<string, Minor> {
  const values = new Map<string, Minor>();
  let [taken, takenBase] = [0, 0];
  for (const { id, amountMinor, undoes } of settlements) {
    taken += amountMinor;
    const rest = taken === item.amountMinor ? toMinor(item.baseMinor - takenBase) : null;
    const value = undoes === null ? (rest ?? valueOf(amountMinor)) : toMinor(-(values.get(undoes) ?? 0));
    if (value === null) continue;
    takenBase += value;
    values.set(id, value);
  }
  return values;
}

/** What a change of rates made of a debit that is settled by a credit: above 0 is a gain. Null when a value is not known. */
export function realisedGain(debitBase: Minor | null, creditBase: Minor | null): Minor | null {
  return debitBase === null || creditBase === null ? null : toMinor(creditBase - debitBase);
}

/**
 * What an open amount would gain if it were settled at `closing`: its worth at that rate less its worth at its own. Null
 * without either rate.
 */
export function unrealisedGain(
  openMinor: Minor,
  rates: { readonly own: Rate | null; readonly closing: Rate | null },
  { currency, base }: { readonly currency: string; readonly base: string },
): Minor | null {
  if (rates.own === null || rates.closing === null) return null;
  const own = toBase(openMinor, rates.own, currency, base);
  const closing = toBase(openMinor, rates.closing, currency, base);
  return own === null || closing === null ? null : toMinor(closing - own);
}

/** An amount of the base currency in itself; any other by its rate, null without one. */
export function inBase(amount: Minor, value: Rate | null, currency: string, base: string): Minor | null {
  if (currency === base || amount === ZERO) return amount;
  return value === null ? null : toBase(amount, value, currency, base);
}

function inverseOf(quote: string): Rate | null {
  const value = parseRate(quote);
  if (value === null) return null;
  const { digits, decimals } = partsOf(value);
  const one = 10n ** BigInt(INVERSE_DECIMALS + decimals);
  return canonical(written((one + digits - 1n) / digits, INVERSE_DECIMALS));
}

function partsOf(value: string): { digits: bigint; decimals: number } {
  const [whole = '', fraction = ''] = value.split('.');
  return { digits: BigInt(whole + fraction), decimals: fraction.length };
}

function written(digits: bigint, decimals: number): string {
  const text = String(digits).padStart(decimals + 1, '0');
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

function canonical(text: string): Rate {
  const [whole = '', fraction = ''] = text.split('.');
  const [integer, rest] = [whole.replace(/^0+(?=\d)/, ''), fraction.replace(/0+$/, '')];
  // The brand is put on here, after the digits were checked, and nowhere else.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a brand's constructor
  return (rest ? `${integer}.${rest}` : integer) as Rate;
}
