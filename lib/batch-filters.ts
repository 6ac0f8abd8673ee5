import { z } from 'zod';
import { isCurrency } from './domain/currencies';
import type { SearchParams } from './filters';
import { paramReader } from './read-params';

/** Which service is to be billed to whom. */
export interface BatchFilters {
  readonly serviceId: string | null;
  readonly bill: 'customers' | 'beneficiaries';
  /** Part of a name; '' for all. */
  readonly q: string;
  readonly owner: string | null;
  readonly tag: string | null;
  /** Of a beneficiary. */
  readonly category: string | null;
  readonly currency: string | null;
}

const text = z.string().trim().max(100);

/** Reads from a URL what is to be billed in a batch to whom; what cannot be read is named in `dropped`. */
export function readBatchFilters(params: SearchParams): { filters: BatchFilters; dropped: string[] } {
  const { read, dropped } = paramReader(params);
  const filters: BatchFilters = {
    serviceId: read('service', z.uuid(), null),
    bill: read('bill', z.enum(['customers', 'beneficiaries']), 'customers' as const),
    q: read('q', text, ''),
    owner: read('owner', text, null),
    tag: read('tag', text, null),
    category: read('category', text, null),
    currency: read('currency', z.string().refine(isCurrency), null),
  };
  return { filters, dropped };
}
