import { decimalsOf } from '../domain/currencies';

/** Currencies that Stripe counts in whole units. UGX and ISK, which have no decimals either, it counts in hundredths. */
const WHOLE = 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' ');

/** Whether Stripe's smallest units of a currency are ours, so that an amount means the same on both sides. */
export function isStripeCurrency(currency: string): boolean {
  // Of three decimals Stripe takes only amounts whose last digit is 0.
  return decimalsOf(currency) === (WHOLE.includes(currency) ? 0 : 2);
}
