import { notFound } from 'next/navigation';
import { bookRules } from '@/db/queries/book-rules';
import { beneficiaryList } from '@/db/queries/catalogue';
import { claimsByDocument } from '@/db/queries/claims';
import { creditItems } from '@/db/queries/credit-items';
import { customerBalances } from '@/db/queries/customer-balances';
import { customerHolds } from '@/db/queries/customer-holds';
import { customerSince } from '@/db/queries/customer-since';
import { customerTimeline } from '@/db/queries/customer-timeline';
import { customerById } from '@/db/queries/customers';
import { familyOf } from '@/db/queries/family';
import { mergedInto, mergeOf } from '@/db/queries/merges';
import { openDebits } from '@/db/queries/open-debits';
import { openItemRows } from '@/db/queries/open-items';
import { payingHabit } from '@/db/queries/paying-habit';
import { promiseRecord } from '@/db/queries/promise-record';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { CustomerView } from '@/lib/customer-view';
import { todayIn } from '@/lib/domain/dates';
import { isUuid } from '@/lib/uuid';

/** Beneficiaries that are shown beside the customer. */
const BENEFICIARIES = 100;

/** Everything that the page of a customer shows, from one snapshot. Not there and not yours are the same. */
export async function readCustomer(actor: StaffActor, id: string, view: CustomerView) {
  if (!isUuid(id)) notFound();
  const { agingBasis: basis, bounds, timeZone } = actor.org;
  const moment = { asOf: view.asOf, knownAt: null };
  const rule = { basis, bounds };
  const found = await withScope(actor, 'read', async (tx) => {
    const customer = await customerById(tx, id);
    if (!customer) return null;
    const at = { ...moment, currency: customer.currency };
    const credits = await creditItems(tx, id, moment);
    const applied = credits.find((credit) => credit.itemId === view.apply);
    const payIn = view.pay ? (view.currency ?? customer.currency) : applied?.currency;
    return {
      customer,
      since: await customerSince(tx, id, todayIn(timeZone, customer.createdAt)),
      credits,
      applied: applied ?? null,
      balances: await customerBalances(tx, id, moment, rule),
      items: await openItemRows(tx, moment, rule, { customerId: id }),
      claims: await claimsByDocument(tx, id, { asOf: view.asOf, timeZone }),
      timeline: await customerTimeline(tx, id, { timeZone, after: view.older }),
      limit: view.pay ? await bookRules(tx) : null,
      debits: payIn ? await openDebits(tx, id, payIn) : [],
      habit: await payingHabit(tx, at, id),
      merge: await mergeOf(tx, id),
      merged: await mergedInto(tx, id),
      into: view.into ? await customerById(tx, view.into) : null,
      promised: await promiseRecord(tx, id, view.asOf),
      holds: await customerHolds(tx, id, view.asOf),
      family: await familyOf(tx, at, id),
      beneficiaries: (
        await beneficiaryList(tx, { customerId: id, isActive: true }, { limit: BENEFICIARIES, after: null })
      ).rows,
    };
  });
  return found ?? notFound();
}

/** What the page of a customer shows. */
export type CustomerRead = Awaited<ReturnType<typeof readCustomer>>;
