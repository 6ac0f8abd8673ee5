import 'server-only';
import { customerChoices } from '@/db/queries/customer-choices';
import { customerList } from '@/db/queries/customer-list';
import { customerStandings } from '@/db/queries/customer-standing';
import { viewList } from '@/db/queries/views';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { CustomerFilters } from '@/lib/customer-filters';
import { todayIn } from '@/lib/domain/dates';

/** All that the list of customers shows, from one snapshot. */
export function readCustomerList(actor: StaffActor & { readonly userId: string }, filters: CustomerFilters) {
  const moment = { asOf: todayIn(actor.org.timeZone), knownAt: null };
  return withScope(actor, 'read', async (tx) => {
    const list = await customerList(tx, filters, moment);
    const ids = list.rows.map(({ id }) => id);
    return {
      list,
      standings: await customerStandings(tx, { ...moment, currency: filters.currency }, ids),
      choices: await customerChoices(tx, moment, actor.org.currency),
      views: await viewList(tx, actor.userId, '/customers'),
    };
  });
}
