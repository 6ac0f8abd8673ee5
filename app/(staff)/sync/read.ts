import 'server-only';
import { liveConnection } from '@/db/queries/connection';
import { asideByReason } from '@/db/queries/rows-aside';
import { syncCustomerTotals } from '@/db/queries/sync-customer-totals';
import { lastSync, syncBars, syncHistory } from '@/db/queries/sync-runs';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { agreementIn } from '@/lib/sources/agreement';

/** All that the page of the sync shows; null when these books follow no others. */
export function readSync(actor: StaffActor, before: string | null) {
  return withScope(actor, 'read', async (tx) => {
    const connection = await liveConnection(tx);
    if (!connection) return null;
    const last = await lastSync(tx, connection.id);
    return {
      connection,
      last,
      agreement: agreementIn(last, { system: connection.system, currency: actor.org.currency }),
      bars: await syncBars(tx),
      aside: await asideByReason(tx, connection.id),
      totals: await syncCustomerTotals(tx, connection.id),
      history: await syncHistory(tx, { before }),
    };
  });
}
