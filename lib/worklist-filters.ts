import { z } from 'zod';
import { isCurrency } from './domain/currencies';
import type { SearchParams } from './filters';
import { paramReader } from './read-params';

const SHOWS = ['all', 'call', 'dispute', 'decide', 'slipping', 'waiting', 'done'] as const;

/** Which part of the worklist is shown: everything to do, one sort of it, who pays later and later, whoever is left alone, or what was done today. */
export type WorkShow = (typeof SHOWS)[number];

/** What the worklist is narrowed to, and whom it shows. */
export interface WorkFilters {
  readonly show: WorkShow;
  readonly currency: string;
  /** Of whose customers, and with which tag; `NONE` for those without one, null for all. */
  readonly owner: string | null;
  readonly tag: string | null;
  /** Index of the aging bucket that the oldest late invoice is in; null for any. */
  readonly bucket: number | null;
  /** The customer on the right; null for the first. */
  readonly customerId: string | null;
  /** From 1. */
  readonly page: number;
}

/** Reads the state of the worklist from a URL; what cannot be read is named in `dropped`. */
export function readWorkFilters(
  params: SearchParams,
  org: { readonly currency: string; readonly bounds: readonly number[] },
): { filters: WorkFilters; dropped: string[] } {
  const { read, dropped } = paramReader(params);
  const filters = {
    show: read('show', z.enum(SHOWS), 'all' as const),
    currency: read('currency', z.string().refine(isCurrency), org.currency),
    owner: read('owner', z.string().trim().max(200), null),
    tag: read('tag', z.string().trim().min(1).max(100), null),
    bucket: read('bucket', z.coerce.number().int().min(1).max(org.bounds.length), null),
    customerId: read('customer', z.uuid(), null),
    page: read('page', z.coerce.number().int().min(1).max(1_000), 1),
  };
  return { filters, dropped };
}
