import { bucketLabels } from './domain/aging';
import { toMinor } from './domain/money';
import { type AgingFilters, NO_LABEL, NONE } from './filters';
import { formatDay, formatMoney } from './format';

/** What narrows the report, in words for paper: "customer contains brew; due from 1 Nov 2026". Empty when it is whole. */
export function filterWords(filters: AgingFilters, customer: string | null): string {
  const { q, customerId, family, owner, tag, bucket, lateOnly, minMinor, maxMinor, currency } = filters;
  const money = (minor: number) => formatMoney(toMinor(minor), currency);
  const whose = customer ?? 'one that is not there';
  const said: readonly (readonly [string, string | null | undefined])[] = [
    ['customer contains', q || null],
    ['customer', customerId && (family ? `${whose} and all below it` : whose)],
    ['owner', owner === NONE ? NO_LABEL.owner : owner],
    ['tag', tag === NONE ? NO_LABEL.tag : tag],
    ['with something in', bucket === null ? null : bucketLabels(filters.bounds)[bucket]],
    ['show', lateOnly ? 'late only' : null],
    ['due from', filters.dueFrom && formatDay(filters.dueFrom)],
    ['due up to', filters.dueTo && formatDay(filters.dueTo)],
    ['total from', minMinor === null ? null : money(minMinor)],
    ['total up to', maxMinor === null ? null : money(maxMinor)],
    ['credits', filters.net ? 'net oldest first, on paper' : null],
  ];
  return said.flatMap(([label, value]) => (value ? [`${label} ${value}`] : [])).join('; ');
}
