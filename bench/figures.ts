// What the widgets of the dashboard ask for, each by itself within its own scope, at 10,000, 100,000 and 1,000,000 invoices.
import postgres from 'postgres';
import { cashWeeks } from '@/db/queries/cash-weeks';
import { customerHealth } from '@/db/queries/customer-health';
import { receivables } from '@/db/queries/key-figures';
import { keyFigures } from '@/db/queries/key-figures-by-month';
import { monthlyInputs, monthsUpTo } from '@/db/queries/measures';
import { paymentDays } from '@/db/queries/payment-days';
import { provision } from '@/db/queries/provision';
import { type Tx, withScope } from '@/db/scope';
import { toPlainDate } from '@/lib/domain/dates';
import { benchActor } from './actor';
import { fillBooks } from './fill-books';
import { middleOf, row } from './measure';

const AT = { asOf: toPlainDate('2026-06-30'), knownAt: null, currency: 'USD' } as const;
const TURNS = 5;
/** Nothing is refused here for being slow: how slow is what is asked. */
const WITHIN = 120_000;

const QUERIES: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
  'receivables now': (tx) => receivables(tx, AT, AT),
  'inputs of 13 months': (tx) => monthlyInputs(tx, monthsUpTo(AT.asOf, 13), AT.currency, AT),
  'key figures': (tx) => keyFigures(tx, AT),
  provision: (tx) => provision(tx, AT),
  'payment days': (tx) => paymentDays(tx, AT),
  'customer health, 8 lowest': (tx) => customerHealth(tx, AT, { limit: 8 }),
  'cash weeks': (tx) => cashWeeks(tx, AT),
};

/** Prints the middle time of each query at each size. */
export async function benchFigures(ownerUrl: string, sizes: readonly number[]): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice() {} });
  for (const size of sizes) {
    const { orgId } = await fillBooks(owner, size, AT.asOf);
    process.stdout.write(`\n${row(`${size.toLocaleString('en-US')} invoices`, 'ms')}\n`);
    const actor = benchActor(orgId);
    for (const [name, query] of Object.entries(QUERIES))
      process.stdout.write(
        `${row(name, await middleOf(TURNS, () => withScope(actor, 'read', query, WITHIN)))}\n`,
      );
  }
  await owner.end({ timeout: 5 });
}
