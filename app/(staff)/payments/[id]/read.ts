import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AS_POSTED } from '@/db/posted';
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
    return document?.kind === 'payment' ? { document, deeds: await documentDeeds(tx, id) } : null;
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

interface PaymentRef {
  readonly customerId: string;
  readonly currency: string;
  readonly documentId: string;
}
