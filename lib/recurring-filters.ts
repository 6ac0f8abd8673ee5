import { z } from 'zod';
import { givenParams } from './document-filters';
import type { PlainDate } from './domain/dates';
import type { SearchParams } from './filters';
import { paramReader } from './read-params';

const SHOWS = ['all', 'active', 'paused', 'ended'] as const;

/** Which invoices that repeat are listed: all, those that run, are paused, or are over. */
export type RecurringShow = (typeof SHOWS)[number];

/** Everything that the list of invoices that repeat is a function of, besides the books themselves and today. */
export interface RecurringFilters {
  /** Part of a customer's name or code, or of a line; '' for all. */
  readonly q: string;
  readonly show: RecurringShow;
  readonly customerId: string | null;
  /** The last one of the page before; null for the first page. */
  readonly after: string | null;
}

/** Reads the filters of the list of invoices that repeat from a URL; what cannot be read is named in `dropped`. */
export function readRecurringFilters(params: SearchParams): { filters: RecurringFilters; dropped: string[] } {
  const { read, dropped } = paramReader(params);
  const filters: RecurringFilters = {
    q: read('q', z.string().trim().max(100), ''),
    show: read('show', z.enum(SHOWS), SHOWS[0]),
    customerId: read('customer', z.uuid(), null),
    after: read('after', z.uuid(), null),
  };
  return { filters, dropped };
}

/** The parameters that bring filters back, without the page: the other direction of `readRecurringFilters`. */
export function recurringParams({
  q,
  show,
  customerId,
}: RecurringFilters): Record<string, string | string[]> {
  return givenParams({ q, show: show === SHOWS[0] ? '' : show, customer: customerId ?? '' });
}

/** Which of them are meant on a day. */
export function recurringFilter({ q, show, customerId }: RecurringFilters, today: PlainDate) {
  return {
    q,
    customerId: customerId ?? undefined,
    state: show === 'all' ? undefined : { is: show, today },
  };
}
