import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AS_POSTED } from '@/db/posted';
import { bookRules } from '@/db/queries/book-rules';
import { claimsByDocument } from '@/db/queries/claims';
import { documentDeeds } from '@/db/queries/document-deeds';
import { documentById } from '@/db/queries/documents';
import { letterhead } from '@/db/queries/letterhead';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { isUuid } from '@/lib/uuid';

/** A document with what was said of it and who did what to it, once per request. Not there and not yours are the same. */
export const readDocument = cache(async (actor: StaffActor, id: string) => {
  if (!isUuid(id)) notFound();
  const { timeZone } = actor.org;
  const found = await withScope(actor, 'read', async (tx) => {
    const document = await documentById(tx, id, AS_POSTED);
    if (!document) return null;
    const claims = await claimsByDocument(tx, document.customerId, { asOf: todayIn(timeZone), timeZone });
    return {
      document,
      claims: claims.get(id),
      deeds: await documentDeeds(tx, id, actor.org.timeZone),
      limit: await bookRules(tx),
      head: await letterhead(tx),
    };
  });
  return found ?? notFound();
});
