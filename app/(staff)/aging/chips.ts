import type { Href } from '@/components/aging/aging-table';
import type { Chip } from '@/components/chip-list';
import { bucketLabels } from '@/lib/domain/aging';
import { toMinor } from '@/lib/domain/money';
import { type AgingFilters, NO_LABEL, NONE } from '@/lib/filters';
import { formatDay, formatMoney } from '@/lib/format';

/** The parameters that narrow the report, each to be cleared. */
export const NO_FILTERS = {
  q: null,
  min: null,
  max: null,
  bucket: null,
  show: null,
  customer: null,
  family: null,
  owner: null,
  tag: null,
  dueFrom: null,
  dueTo: null,
  bounds: null,
  net: null,
  knownAt: null,
  page: null,
} as const;

interface Names {
  /** The customer of a customer filter; null when there is none of that id. */
  readonly customer: string | null;
  /** The known-at instant in words. */
  readonly knownAt: string | null;
  readonly usualBounds: readonly number[];
}

/** The active filters in words, each with the page without it. */
export function agingChips(filters: AgingFilters, names: Names, href: Href): Chip[] {
  const { q, customerId, family, owner, tag, bucket, lateOnly, minMinor, maxMinor, currency } = filters;
  const money = (minor: number) => formatMoney(toMinor(minor), currency);
  const labels = bucketLabels(filters.bounds);
  const hasOwnBounds = filters.bounds.join() !== names.usualBounds.join();
  const day = (written: AgingFilters['dueFrom']) => written && formatDay(written);
  const whose = names.customer ?? 'one that is not there';
  const said: readonly (readonly [string | readonly string[], string, string | null])[] = [
    ['q', 'Customer contains', q || null],
    [['customer', 'family'], 'Customer', customerId && (family ? `${whose} and all below it` : whose)],
    ['owner', 'Owner', owner === NONE ? NO_LABEL.owner : owner],
    ['tag', 'Tag', tag === NONE ? NO_LABEL.tag : tag],
    ['bucket', 'With something in', bucket === null ? null : (labels[bucket] ?? null)],
    ['show', 'Show', lateOnly ? 'late only' : null],
    ['dueFrom', 'Due from', day(filters.dueFrom)],
    ['dueTo', 'Due up to', day(filters.dueTo)],
    ['min', 'Total from', minMinor === null ? null : money(minMinor)],
    ['max', 'Total up to', maxMinor === null ? null : money(maxMinor)],
    ['bounds', 'Buckets', hasOwnBounds ? labels.join(' | ') : null],
    ['net', 'Credits', filters.net ? 'net oldest first, on paper' : null],
    ['knownAt', 'As known at', names.knownAt],
  ];
  return said.flatMap(([params, label, value]) => {
    if (value === null) return [];
    const without = Object.fromEntries([params].flat().map((name) => [name, null]));
    return [{ label, value, removeHref: href({ ...without, page: null }) }];
  });
}
