import { and, eq, type SQL, sql } from 'drizzle-orm';
import { Refusal } from '@/lib/refusal';
import { documents } from '../schema/documents';
import { draftInvoices } from '../schema/draft-invoices';
import type { Tx } from '../scope';

/**
 * Takes a draft away to be posted under its id in the same transaction; when that is refused, the draft is there again. Of two
 * who take it at once the second finds it posted.
 * @throws Refusal `not_found`, `already_posted`.
 */
export async function takeDraftInvoice(tx: Tx, draftId: string): Promise<{ content: unknown }> {
  const [draft] = await tx
    .delete(draftInvoices)
    .where(eq(draftInvoices.id, draftId))
    .returning({ content: draftInvoices.content });
  return draft ?? assertNotPosted(tx, draftId);
}

/** For a draft that is not there. @throws Refusal `already_posted` when it was posted, else `not_found`. */
export async function assertNotPosted(tx: Tx, draftId: string): Promise<never> {
  const [posted] = await tx
    .select({ number: documents.number })
    .from(documents)
    .where(eq(documents.id, draftId));
  if (posted) throw postedAs(posted.number);
  throw new Refusal('not_found', 'That invoice does not exist.');
}

/** One after the other: what is saved under a draft's id for the first time, and what is posted under it. */
export async function lockDraft(tx: Tx, draftId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`draft ${draftId}`}, 0))`);
}

/** Of a draft: whether it was last saved at that time, to the millisecond that a browser knows. */
export function isOf(seenAt: Date): SQL {
  return sql`date_trunc('milliseconds', ${draftInvoices.updatedAt}) = ${seenAt.toISOString()}::timestamptz`;
}

/** Whether no draft has the id. @throws Refusal `already_posted` when an invoice has. The caller holds `lockDraft`. */
export async function isFree(tx: Tx, draftId: string): Promise<boolean> {
  const [kept] = await tx
    .select({ id: draftInvoices.id })
    .from(draftInvoices)
    .where(eq(draftInvoices.id, draftId));
  if (kept) return false;
  const [posted] = await tx
    .select({ number: documents.number })
    .from(documents)
    .where(eq(documents.id, draftId));
  if (posted) throw postedAs(posted.number);
  return true;
}

/**
 * Takes a draft away as its writer saw it, to be posted under its id in the same transaction. `seenAt` null: it was never saved.
 * @throws Refusal `not_found`, `already_posted`, `changed_elsewhere`.
 */
export async function takeSeenDraft(tx: Tx, draftId: string, seenAt: Date | null): Promise<void> {
  await lockDraft(tx, draftId);
  const taken =
    seenAt === null
      ? []
      : await tx
          .delete(draftInvoices)
          .where(and(eq(draftInvoices.id, draftId), isOf(seenAt)))
          .returning({ id: draftInvoices.id });
  if (taken.length > 0) return;
  if (!(await isFree(tx, draftId))) throw changedElsewhere();
  if (seenAt !== null) throw new Refusal('not_found', 'This draft was thrown away in another window.');
}

/** Somebody saved it since. */
export function changedElsewhere(): Refusal {
  return new Refusal('changed_elsewhere', 'This draft was changed in another window since.');
}

function postedAs(number: string): Refusal {
  return new Refusal('already_posted', `It was posted as ${number} and cannot be edited any more.`);
}
