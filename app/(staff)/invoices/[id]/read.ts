import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AS_POSTED } from '@/db/posted';
import { bookRules } from '@/db/queries/book-rules';
import { claimsByDocument } from '@/db/queries/claims';
import { documentDeeds } from '@/db/queries/document-deeds';
import { documentById } from '@/db/queries/documents';
import { invoiceNeighbours } from '@/db/queries/invoice-book';
import { BILLED } from '@/db/queries/invoices';
import { letterhead } from '@/db/queries/letterhead';
import { saidOfDocument } from '@/db/queries/said-of-document';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { readInvoiceListText } from '@/lib/invoice-filters';
import { saidHistory } from '@/lib/said-history';
import { isUuid } from '@/lib/uuid';

/**
 * A document with what was said of it, who did what to it, and its neighbours in a list of invoices (null: not asked for), once
 * per request. Not there and not yours are the same.
 */
export const readDocument = cache(async (actor: StaffActor, id: string, list: string | null) => {
  if (!isUuid(id)) notFound();
  const { timeZone, currency } = actor.org;
  const today = todayIn(timeZone);
  const day = { asOf: today, timeZone };
  const found = await withScope(actor, 'read', async (tx) => {
    const document = await documentById(tx, id, AS_POSTED);
    if (!document) return null;
    const { documentDate, number, kind } = document;
    const claims = await claimsByDocument(tx, document.customerId, day);
    const filters = list === null || !BILLED.includes(kind) ? null : readInvoiceListText(list, currency);
    return {
      document,
      claims: claims.get(id),
      deeds: await documentDeeds(tx, id, timeZone),
      said: saidHistory(await saidOfDocument(tx, document, day), document.currency),
      neighbours: filters
        ? await invoiceNeighbours(tx, { filters, today }, [documentDate, number, id])
        : null,
      limit: await bookRules(tx),
      head: await letterhead(tx),
    };
  });
  return found ?? notFound();
});
