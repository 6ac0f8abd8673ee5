import { eq } from 'drizzle-orm';
import type { Instant } from '@/lib/domain/instants';
import { type AgingFilters, NO_LABEL } from '@/lib/filters';
import { customersAt } from '../customers-at';
import type { Tx } from '../scope';
import { type AgingSums, tieOutOf } from './aging';
import { type AgingItem, agingItems } from './aging-items';
import { agingView } from './aging-view';
import { lastRecorded } from './last-recorded';
import { type Letterhead, letterhead } from './letterhead';
import type { TieOut } from './tie-out';

/** Customers whose items are read at once. */
const BATCH = 500;

/** The lines of the report as it is grouped, or every customer with its open items below. */
export type AgingDetail = 'customers' | 'items';

/** A line of the report on paper. */
interface PaperLine extends AgingSums {
  readonly name: string;
  /** Null where it stands for more than one customer. */
  readonly customerId: string | null;
  readonly oldestDays: number | null;
  /** Open debit items behind it. */
  readonly itemCount: number;
}

/** An aging report with all that stands on its paper. */
export interface AgingPaper extends Letterhead {
  readonly filters: AgingFilters & { readonly knownAt: Instant };
  /** The name behind a customer filter. */
  readonly customer: string | null;
  readonly lines: readonly PaperLine[];
  readonly totals: AgingSums;
  readonly tie: TieOut;
  /** Each below the line of its customer; with none for a report that is grouped by item, they stand alone. Null: only lines are shown. */
  readonly items: readonly AgingItem[] | null;
}

/**
 * Reads the report for a file, from one snapshot: as known at the last instant that is recorded, or at the earlier one that is asked
 * for, so that the same can be read again. Null when it has more than `most` lines.
 */
export async function agingPaper(
  tx: Tx,
  asked: AgingFilters,
  { detail, most }: { readonly detail: AgingDetail; readonly most: number },
): Promise<AgingPaper | null> {
  const knownAt = await knownBefore(tx, asked.knownAt);
  // Items stand below customers, whatever the lines are grouped by.
  const groupBy = detail === 'items' && asked.groupBy !== 'item' ? 'customer' : asked.groupBy;
  const filters = { ...asked, groupBy, knownAt };
  if ((await agingView(tx, filters, 1)).count > most) return null;
  const { lines, totals, items } = await linesOf(tx, filters);
  if (detail === 'items' && lines.reduce((sum, { itemCount }) => sum + 1 + itemCount, 0) > most) return null;
  return {
    ...(await letterhead(tx)),
    filters,
    customer: await nameBehind(tx, filters),
    lines,
    totals,
    tie: await tieOutOf(tx, filters, { totals }),
    items: items ?? (detail === 'items' ? await itemsBehind(tx, filters, lines) : null),
  };
}

/** The instant that a report is as known at: what is asked for, and never later than the last that is recorded. */
export async function knownBefore(tx: Tx, asked: Instant | null): Promise<Instant> {
  const recorded = await lastRecorded(tx);
  return asked !== null && asked < recorded ? asked : recorded;
}

/** The name behind a customer filter, as it was known; null without one, or when there is none of that id. */
export async function nameBehind(tx: Tx, filters: AgingFilters): Promise<string | null> {
  if (filters.customerId === null) return null;
  const known = customersAt(filters);
  const [row] = await tx.select({ name: known.name }).from(known).where(eq(known.id, filters.customerId));
  return row?.name ?? null;
}

async function linesOf(tx: Tx, filters: AgingFilters) {
  const view = await agingView(tx, filters, null);
  const { totals } = view.report;
  if (view.by === 'item') return { lines: [], totals, items: view.report.rows };
  const lines: PaperLine[] =
    view.by === 'group'
      ? view.report.rows.map((row) => ({ ...row, name: row.label ?? NO_LABEL[view.of], customerId: null }))
      : view.report.rows.map((row) => ({ ...row, name: row.customer }));
  return { lines, totals, items: null };
}

async function itemsBehind(tx: Tx, filters: AgingFilters, lines: readonly PaperLine[]): Promise<AgingItem[]> {
  const items: AgingItem[] = [];
  const ids = lines.flatMap(({ customerId }) => (customerId === null ? [] : [customerId]));
  for (let at = 0; at < ids.length; at += BATCH)
    for (const item of await agingItems(tx, filters, ids.slice(at, at + BATCH))) items.push(item);
  return items;
}
