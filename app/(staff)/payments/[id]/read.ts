import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AS_POSTED } from '@/db/posted';
import { bookRules } from '@/db/queries/book-rules';
import { cardPayment } from '@/db/queries/card-payment';
import { creditItems } from '@/db/queries/credit-items';
import { documentDeeds } from '@/db/queries/document-deeds';
import { documentById } from '@/db/queries/documents';
import { openDebits } from '@/db/queries/open-debits';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { isUuid } from '@/lib/uuid';

/** A payment with who did what to it, once per request. Not there, not yours and not a payment are the same. */
export const readPayment = cache(async (actor: StaffActor, id: string) => {
  if (!isUuid(id)) notFound();
  const found = await withScope(actor, 'read', async (tx) => {
    const document = await documentById(tx, id, AS_POSTED);
    if (document?.kind !== 'payment') return null;
    return {
      document,
      deeds: await documentDeeds(tx, id, actor.org.timeZone),
      limit: await bookRules(tx),
      card: await cardPayment(tx, id),
    };
  });
  return found ?? notFound();
});

/** What is left of a payment and what it can be applied to; null when nothing is left. */
export function readRest(actor: StaffActor, { customerId, currency, documentId }: PaymentRef) {
  return withScope(actor, 'read', async (tx) => {
    const credits = await creditItems(tx, customerId, AS_POSTED);
    const credit = credits.find((each) => each.documentId === documentId);
    return credit ? { credit, debits: await openDebits(tx, customerId, currency) } : null;
  });
}

/** What money of a payment that is applied can be moved to: what its customer has open, but for where it is. */
export function readTargets(actor: StaffActor, { customerId, currency }: PaymentRef, fromId: string) {
  return withScope(actor, 'read', async (tx) => {
    const debits = await openDebits(tx, customerId, currency);
    return debits.filter(({ documentId }) => documentId !== fromId);
  });
}

interface PaymentRef {
  readonly customerId: string;
  readonly currency: string;
  readonly documentId: string;
}
