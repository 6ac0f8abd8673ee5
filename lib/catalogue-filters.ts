import { z } from 'zod';
import { givenParams } from './document-filters';
import type { SearchParams } from './filters';
import { paramReader } from './read-params';

const SHOWS = ['active', 'inactive', 'all'] as const;

/** Which services or beneficiaries are listed: those in use, those taken out of use, or both. */
export type CatalogueShow = (typeof SHOWS)[number];

/** What a list of the catalogue is narrowed to, and where its page begins. */
export interface CatalogueFilters {
  /** Part of a name; '' for all. */
  readonly q: string;
  readonly show: CatalogueShow;
  /** Of beneficiaries: whose they are; null for everybody's. */
  readonly customerId: string | null;
  /** The row before the first one of the page; null for the first page. */
  readonly after: string | null;
}

/** Reads the filters of a list of the catalogue from a URL; what cannot be read is named in `dropped`. */
export function readCatalogueFilters(params: SearchParams): { filters: CatalogueFilters; dropped: string[] } {
  const { read, dropped } = paramReader(params);
  const filters: CatalogueFilters = {
    q: read('q', z.string().trim().max(100), ''),
    show: read('show', z.enum(SHOWS), 'active' as const),
    customerId: read('customer', z.uuid(), null),
    after: read('after', z.uuid(), null),
  };
  return { filters, dropped };
}

/** The parameters that bring filters back, without the page: the other direction of `readCatalogueFilters`. */
export function catalogueParams({
  q,
  show,
  customerId,
}: CatalogueFilters): Record<string, string | string[]> {
  return givenParams({ q, show: show === SHOWS[0] ? '' : show, customer: customerId ?? '' });
}

/** What `show` asks of a row: true and false for those in use or not, undefined for any. */
export function isActiveIn(show: CatalogueShow): boolean | undefined {
  return { active: true, inactive: false, all: undefined }[show];
}
