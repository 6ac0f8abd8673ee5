// What the worklist and the menu's counts ask for, and a page of payments, each by itself within its own scope.
import postgres from 'postgres';
import { navCounts } from '@/db/queries/nav-counts';
import { paymentBook } from '@/db/queries/payment-book';
import { slippingCustomers } from '@/db/queries/slipping';
import { waitingCount } from '@/db/queries/work-waiting';
import { worklist } from '@/db/queries/worklist';
import { type Tx, withScope } from '@/db/scope';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { toPlainDate } from '@/lib/domain/dates';
import { readPaymentFilters } from '@/lib/payment-filters';
import { benchActor } from './actor';
import { fillBooks } from './fill-books';
import { middleOf, row } from './measure';

const DAY = { asOf: toPlainDate('2026-06-30'), currency: 'USD' } as const;
const ALL = { ...DAY, owner: null, tag: null, bounds: DEFAULT_BOUNDS } as const;
const TURNS = 5;
/** Nothing is refused here for being slow: how slow is what is asked. */
const WITHIN = 120_000;

const QUERIES: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
  'worklist, ranked': (tx) => worklist(tx, { ...ALL, bucket: null }),
  'worklist, one age': (tx) => worklist(tx, { ...ALL, bucket: 2 }),
  'who is slipping': (tx) => slippingCustomers(tx, ALL),
  'how many wait': (tx) => waitingCount(tx, DAY),
  'counts of the menu': (tx) => navCounts(tx, DAY),
  'payments, a page and totals': (tx) => paymentBook(tx, readPaymentFilters({}, 'USD').filters),
  'payments, narrowed': (tx) =>
    paymentBook(tx, readPaymentFilters({ method: 'Wire', min: '1000', from: '2026-01-01' }, 'USD').filters),
};

/** Prints the middle time of each query at each size. */
export async function benchWorklist(ownerUrl: string, sizes: readonly number[]): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice() {} });
  for (const size of sizes) {
    const { orgId } = await fillBooks(owner, size, DAY.asOf);
    process.stdout.write(`\n${row(`${size.toLocaleString('en-US')} invoices`, 'ms')}\n`);
    const actor = benchActor(orgId);
    for (const [name, query] of Object.entries(QUERIES))
      process.stdout.write(
        `${row(name, await middleOf(TURNS, () => withScope(actor, 'read', query, WITHIN)))}\n`,
      );
  }
  await owner.end({ timeout: 5 });
}
