import type { Route } from 'next';
import { type AgingBasis, bucketLabels } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import type { AgingFilters } from '@/lib/filters';
import { type ParamChanges, withParams } from '@/lib/url';

/** What the widgets of one page have in common: of when they are, in which currency, and where rows are listed. */
export interface WidgetMoment {
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  readonly timeZone: string;
  readonly currency: string;
  readonly basis: AgingBasis;
  /** The names of the aging buckets. */
  readonly labels: readonly string[];
  /** The aging report of the same day and currency. */
  readonly agingHref: (changes: ParamChanges) => Route;
  /** The open invoices of the same day and currency. */
  readonly exploreHref: (changes: ParamChanges) => Route;
}

/** The moment of a dashboard. */
export function widgetMoment(
  { asOf, currency, basis, bounds }: AgingFilters,
  { today, timeZone }: { readonly today: PlainDate; readonly timeZone: string },
): WidgetMoment {
  const at = { asOf: asOf === today ? undefined : asOf, currency };
  return {
    asOf,
    today,
    timeZone,
    currency,
    basis,
    labels: bucketLabels(bounds),
    agingHref: (changes) => withParams('/aging', at, changes),
    exploreHref: (changes) => withParams('/explore', at, changes),
  };
}
