import { AGING_PAGE, tieOutOf } from '@/db/queries/aging';
import { agingView } from '@/db/queries/aging-view';
import { agreementOf } from '@/db/queries/agreement';
import { currenciesInUse } from '@/db/queries/currencies';
import { customerLabels } from '@/db/queries/customer-labels';
import { customerById } from '@/db/queries/customers';
import { lastActivity } from '@/db/queries/last-activity';
import { type OpenItemRow, openItemRows } from '@/db/queries/open-items';
import { organizationFacts } from '@/db/queries/organization';
import { preferenceOf } from '@/db/queries/preferences';
import { reportRunList } from '@/db/queries/report-runs';
import { type Tx, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { OpenPart } from '@/lib/aging-open';
import { AGING_TASTE, readAgingTaste } from '@/lib/aging-taste';
import type { AgingFilters } from '@/lib/filters';

/** Earlier reports that are offered to go back to. */
const RUNS = 12;

/** Report, tie-out and unfolded items from one snapshot, so that they agree with each other; and what the controls offer. */
export function readAging(actor: StaffActor, filters: AgingFilters, unfolded: ReadonlyMap<string, OpenPart>) {
  return withScope(actor, 'read', async (tx) => {
    const view = await agingView(tx, filters, AGING_PAGE);
    const { customerId } = filters;
    return {
      view,
      tie: await tieOutOf(tx, filters, view.report),
      currencies: await currenciesInUse(tx, filters),
      agreement: await agreementOf(tx, filters.currency),
      last: await lastActivity(tx),
      items: filters.groupBy === 'customer' ? await itemsOf(tx, filters, unfolded) : new Map(),
      customer: customerId === null ? null : ((await customerById(tx, customerId))?.name ?? null),
      labels: await customerLabels(tx),
      runs: await reportRunList(tx, { limit: RUNS, offset: 0 }),
      facts: await organizationFacts(tx),
      taste: readAgingTaste(await preferenceOf(tx, actor, AGING_TASTE)),
    };
  });
}

/** The items of each unfolded customer: at most ten, each its own customer's few rows. */
async function itemsOf(
  tx: Tx,
  filters: AgingFilters,
  unfolded: ReadonlyMap<string, OpenPart>,
): Promise<ReadonlyMap<string, readonly OpenItemRow[]>> {
  const { currency, dueFrom, dueTo } = filters;
  const rows = await Promise.all(
    [...unfolded].map(async ([customerId, part]) => {
      const filter = { customerId, currency, dueFrom, dueTo, ...(part === 'all' ? {} : { part }) };
      return [customerId, await openItemRows(tx, filters, filters, filter)] as const;
    }),
  );
  return new Map(rows);
}
