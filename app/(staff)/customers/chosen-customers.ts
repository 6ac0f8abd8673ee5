import 'server-only';
import { customersMatching } from '@/db/queries/customer-list';
import type { Tx } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { readCustomerFilters } from '@/lib/customer-filters';
import { todayIn } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { Refusal } from '@/lib/refusal';
import { paramsOf } from '@/lib/url';

/** Customers that one deed may change. */
const MOST = 500;

/**
 * The customers that parameters of the list choose, by name.
 * @throws Refusal `invalid` when the parameters cannot be read, `too_many` above 500, `not_found` for nobody.
 */
export async function chosenCustomers(tx: Tx, actor: StaffActor, query: string): Promise<string[]> {
  const { currency, timeZone } = actor.org;
  const { filters, dropped } = readCustomerFilters(paramsOf(new URLSearchParams(query)), currency);
  if (dropped.length > 0) throw new Refusal('invalid', 'The selection could not be read. Select again.');
  const ids = await customersMatching(tx, filters, { asOf: todayIn(timeZone), knownAt: null }, MOST + 1);
  if (ids.length > MOST)
    throw new Refusal('too_many', `Choose at most ${formatCount(MOST)} customers at a time.`);
  if (ids.length === 0) throw new Refusal('not_found', 'None of these customers is there any more.');
  return ids;
}
