import { notFound } from 'next/navigation';
import { bookRules } from '@/db/queries/book-rules';
import { claimsByDocument } from '@/db/queries/claims';
import { creditItems } from '@/db/queries/credit-items';
import { customerBalances } from '@/db/queries/customer-balances';
import { customerTimeline } from '@/db/queries/customer-timeline';
import { customerById } from '@/db/queries/customers';
import { openDebits } from '@/db/queries/open-debits';
import { openItemRows } from '@/db/queries/open-items';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { CustomerView } from '@/lib/customer-view';
import { isUuid } from '@/lib/uuid';

/** Everything that the page of a customer shows, from one snapshot. Not there and not yours are the same. */
export async function readCustomer(actor: StaffActor, id: string, view: CustomerView) {
  if (!isUuid(id)) notFound();
  const { agingBasis: basis, bounds, timeZone } = actor.org;
  const moment = { asOf: view.asOf, knownAt: null };
  const rule = { basis, bounds };
  const found = await withScope(actor, 'read', async (tx) => {
    const customer = await customerById(tx, id);
    if (!customer) return null;
    const credits = await creditItems(tx, id, moment);
    const applied = credits.find((credit) => credit.itemId === view.apply);
    const payIn = view.pay ? (view.currency ?? customer.currency) : applied?.currency;
    return {
      customer,
      credits,
      applied: applied ?? null,
      balances: await customerBalances(tx, id, moment, rule),
      items: await openItemRows(tx, moment, rule, { customerId: id }),
      claims: await claimsByDocument(tx, id, { asOf: view.asOf, timeZone }),
      timeline: await customerTimeline(tx, id, { timeZone, after: view.older }),
      debits: payIn ? await openDebits(tx, id, payIn) : [],
      limit: view.pay ? await bookRules(tx) : null,
    };
  });
  return found ?? notFound();
}
