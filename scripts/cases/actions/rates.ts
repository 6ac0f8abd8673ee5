import type { Books } from '../books';
import type { Given } from '../given';

/** The currency and the rate of a document, as the interface takes them. A bare quote counts units for one of the base currency. */
export function ratesOf(books: Books, given: Given): { currency: string } & Record<string, unknown> {
  const currency = books.currency(given.maybeText('currency') ?? books.base);
  const rate = given.maybeNumber('rate_to_base');
  const quote = given.maybeText('rate_quote');
  if (currency === books.base) return { currency };
  return {
    currency,
    ...(rate === undefined ? {} : { rate_to_base: rate }),
    ...(quote === undefined ? {} : { rate_quote: quote }),
  };
}
