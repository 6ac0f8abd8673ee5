import fs from 'node:fs';
import path from 'node:path';

const DATA = path.resolve(process.cwd(), '../shared/data');

/** The buckets of the oracle's files, in our order. */
export const BUCKETS = ['current', 'd1_30', 'd31_60', 'd61_90', 'd91_120', 'd120_plus'] as const;

type Bucket = (typeof BUCKETS)[number];

/** Aging on one day, in cents, as somebody else computed it. */
export interface ExpectedAging {
  readonly as_of: string;
  readonly basis: 'due' | 'invoice';
  readonly total_cents: number;
  readonly invoice_count: number;
  readonly customer_count: number;
  readonly buckets: Record<Bucket, { readonly amount_cents: number; readonly count: number }>;
}

/** The books at the end of a month, in cents. */
export interface ExpectedMonth {
  readonly month: string;
  readonly closing_ar_cents: number;
  readonly closing_current_cents: number;
  readonly closing_overdue_cents: number;
  readonly invoices_settled: number;
  readonly settled_late_count: number;
  readonly opening_ar_cents: number;
  readonly invoiced_cents: number;
  readonly collected_cents: number;
  readonly dso_simple_days: number;
  /** Of the last three months; fewer where the data begin. */
  readonly dso_trailing_3m_days: number;
  /** Null when the sales of the data do not reach back far enough. */
  readonly dso_countback_days: number | null;
  readonly best_possible_dso_days: number;
  readonly cei_pct: number;
  readonly avg_days_to_pay_amount_weighted: number;
}

/** By day, then by customer code: cents per bucket, on the due basis. */
export type ExpectedByCustomer = Record<string, Record<string, Record<Bucket | 'total' | 'count', number>>>;

/** Why the oracle cannot be asked here; null when it can. */
export const absent: string | null = fs.existsSync(DATA)
  ? null
  : `The data of the oracle is not at ${path.relative(process.cwd(), DATA)}: nothing to compare with.`;

/** A file of the oracle's data. */
export function dataFile(name: string): Uint8Array {
  return fs.readFileSync(path.join(DATA, name));
}

/** What the oracle expects of whole books: a JSON file of its data. */
export function expectedBooks(name: string): {
  readonly aging: readonly ExpectedAging[];
  readonly monthly: readonly ExpectedMonth[];
} {
  return JSON.parse(fs.readFileSync(path.join(DATA, name), 'utf8'));
}

/** What the oracle expects of each customer: a JSON file of its data. */
export function expectedCustomers(name: string): ExpectedByCustomer {
  return JSON.parse(fs.readFileSync(path.join(DATA, name), 'utf8'));
}
