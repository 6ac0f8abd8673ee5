import type { Route } from 'next';
import type { Chip } from '@/components/chip-list';
import type { CustomerFilters } from '@/lib/customer-filters';
import { NO_LABEL, NONE } from '@/lib/filters';
import { formatCount } from '@/lib/format';
import type { ParamChanges } from '@/lib/url';

/** What takes all filters of the list out of an address. */
export const NO_FILTERS: ParamChanges = {
  q: null,
  owner: null,
  tag: null,
  category: null,
  hold: null,
  noEmail: null,
  customer: null,
};

/** The active filters in words, each with the list without it. */
export function customerChips(filters: CustomerFilters, href: (changes: ParamChanges) => Route): Chip[] {
  const { q, owner, tag, category, onHold, noEmail, customerIds } = filters;
  const chip = (name: string, label: string, value: string | null): Chip[] =>
    value ? [{ label, value, removeHref: href({ [name]: null }) }] : [];
  return [
    ...chip('q', 'Name or code has', q),
    ...chip('owner', 'Owner is', owner === NONE ? NO_LABEL.owner : owner),
    ...chip('tag', 'Tag is', tag === NONE ? NO_LABEL.tag : tag),
    ...chip('category', 'Category is', category),
    ...chip('hold', 'Credit is', onHold ? 'on hold' : null),
    ...chip('noEmail', 'E-mail', noEmail ? 'none' : null),
    ...chip('customer', 'Only', customerIds.length > 0 ? formatCount(customerIds.length, 'customer') : null),
  ];
}
