import { bucketLabels } from './domain/aging';
import { toMinor } from './domain/money';
import { type AgingFilters, NO_LABEL, NONE } from './filters';
import { formatDay, formatMoney } from './format';

/** Something that narrows the report: the parameters it stands in, what it is called, its value in words. */
export interface FilterFact {
  readonly params: readonly string[];
  readonly label: string;
  readonly value: string;
}

/** What narrows the report or nets its credits. `customer` is the name behind a customer filter, null when there is none of that id. */
export function filterFacts(filters: AgingFilters, customer: string | null): FilterFact[] {
  const { q, customerId, family, owner, tag, bucket, lateOnly, minMinor, maxMinor, currency } = filters;
  const money = (minor: number) => formatMoney(toMinor(minor), currency);
  const whose = customer ?? 'one that is not there';
  const said: readonly (readonly [params: string, label: string, value: string | null | undefined])[] = [
    ['q', 'Customer contains', q || null],
    ['customer family', 'Customer', customerId && (family ? `${whose} and all below it` : whose)],
    ['owner', 'Owner', owner === NONE ? NO_LABEL.owner : owner],
    ['tag', 'Tag', tag === NONE ? NO_LABEL.tag : tag],
    ['bucket', 'With something in', bucket === null ? null : bucketLabels(filters.bounds)[bucket]],
    ['show', 'Show', lateOnly ? 'late only' : null],
    ['dueFrom', 'Due from', filters.dueFrom && formatDay(filters.dueFrom)],
    ['dueTo', 'Due up to', filters.dueTo && formatDay(filters.dueTo)],
    ['min', 'Total from', minMinor === null ? null : money(minMinor)],
    ['max', 'Total up to', maxMinor === null ? null : money(maxMinor)],
    ['net', 'Credits', filters.net ? 'net oldest first, on paper' : null],
  ];
  return said.flatMap(([params, label, value]) =>
    value ? [{ params: params.split(' '), label, value }] : [],
  );
}

/** The same in words for paper: "customer contains brew; due from 1 Nov 2026". Empty when the report is whole. */
export function filterWords(filters: AgingFilters, customer: string | null): string {
  return filterFacts(filters, customer)
    .map(({ label, value }) => `${label.charAt(0).toLowerCase()}${label.slice(1)} ${value}`)
    .join('; ');
}
