import { asc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { Part } from '@/lib/domain/allocation';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind, DocumentSource } from '@/lib/domain/documents';
import { type Minor, toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { type DocumentFacts, documentFacts } from '../queries/document-facts';
import { settledInvoices } from '../queries/settled-invoices';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { liveAllocations } from './live-allocations';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';
import { reverseDocuments } from './reverse-documents';
import { type PostedWriteOff, postGain, postPaper } from './write-off';

/** Which write-off turned out to be worth something. */
export interface RecoverWriteOff {
  readonly documentId: string;
  /** Left out: all of it. */
  readonly amountMinor?: Minor;
  readonly on: PlainDate;
  readonly source: DocumentSource;
}

interface Rest {
  readonly parts: readonly Part[];
  readonly amountMinor: Minor;
  readonly on: PlainDate;
  readonly source: DocumentSource;
}

const WRITE_OFFS = new Set<DocumentKind>(['write_off', 'credit_write_off']);

/**
 * Takes a write-off back, so that what it settled is open again and can be paid. In part: it is reversed whole, and the
 * rest is written off again, of what falls due first. Answers that second write-off, null when all is recovered.
 * @throws Refusal `not_found`, `already_reversed`, `amount_must_be_positive`, `exceeds_remaining`,
 * `effective_too_early`, `period_locked`.
 */
export async function recoverWriteOff(
  tx: Tx,
  actor: Actor,
  { documentId, on, source, ...input }: RecoverWriteOff,
): Promise<{ documentDate: PlainDate; rest: PostedWriteOff | null }> {
  const found = await documentFacts(tx, documentId);
  if (!found || !WRITE_OFFS.has(found.kind)) throw new Refusal('not_found', 'That write-off does not exist.');
  await lockCustomer(tx, found.customerId);
  const size = toMinor(Math.abs(found.amountMinor));
  const amountMinor = input.amountMinor ?? size;
  assertRecoverable(found, { amountMinor, size, on });
  const parts = await settledParts(tx, found);
  const reason = `Recovered${found.reason ? `: ${found.reason}` : ''}`;
  const [reversed] = await reverseDocuments(tx, actor, { documentIds: [documentId], on, reason, source });
  if (!reversed) throw new Error('the write-off was not reversed');
  await recordActivity(tx, actor, {
    verb: `${found.kind}_recovered`,
    objectKind: 'document',
    objectId: documentId,
    customerId: found.customerId,
    before: { number: found.number, amountMinor, currency: found.currency },
    after: { reversal: reversed.reversal.number, on: reversed.reversal.documentDate },
  });
  const rest =
    amountMinor < size
      ? await writeOffAgain(tx, actor, found, {
          parts,
          amountMinor: toMinor(size - amountMinor),
          on,
          source,
        })
      : null;
  return { documentDate: reversed.reversal.documentDate, rest };
}

function assertRecoverable(
  found: DocumentFacts,
  { amountMinor, size, on }: { readonly amountMinor: Minor; readonly size: Minor; readonly on: PlainDate },
): void {
  if (amountMinor <= 0) throw new Refusal('amount_must_be_positive', 'Enter an amount above zero.', 'amount');
  if (amountMinor > size)
    throw new Refusal('exceeds_remaining', `${found.number} wrote off less than that.`, 'amount');
  if (on < found.documentDate)
    throw new Refusal(
      'effective_too_early',
      `${found.number} is of ${found.documentDate}. It cannot be recovered before that.`,
      'date',
    );
}

/** Writes off what was not recovered: of an invoice what falls due first, of a credit what is left of it. */
async function writeOffAgain(
  tx: Tx,
  actor: Actor,
  { kind, relatesToId, reason }: DocumentFacts,
  { parts, amountMinor, on, source }: Rest,
): Promise<PostedWriteOff> {
  const again = { on, reason: reason ?? 'Written off', source };
  const about = relatesToId ?? '';
  if (kind === 'credit_write_off') {
    const credit = await documentFacts(tx, about);
    if (!credit) throw new Error('the credit that was written off is gone');
    return postGain(tx, actor, credit, { ...again, amountMinor });
  }
  const invoice = (await settledInvoices(tx, [about])).get(about);
  if (!invoice) throw new Refusal('cannot_reverse', 'This write-off is of no invoice. Recover all of it.');
  return postPaper(tx, actor, { ...again, invoice, kind: 'write_off', parts: upTo(parts, amountMinor) });
}

/** What a write-off settles of which items, what falls due first coming first; nothing for that of a credit. */
async function settledParts(tx: Tx, { documentId }: DocumentFacts): Promise<Part[]> {
  const own = tx.select({ id: openItems.id }).from(openItems).where(eq(openItems.documentId, documentId));
  const live = await liveAllocations(tx, inArray(allocations.creditItemId, own));
  if (live.length === 0) return [];
  const items = await tx
    .select({ id: openItems.id })
    .from(openItems)
    .where(
      inArray(
        openItems.id,
        live.map((each) => each.debitItemId),
      ),
    )
    .orderBy(asc(openItems.dueOn), asc(openItems.instalment));
  const order = items.map((item) => item.id);
  return live
    .map(({ debitItemId, amountMinor }) => ({ itemId: debitItemId, amountMinor }))
    .toSorted((a, b) => order.indexOf(a.itemId) - order.indexOf(b.itemId));
}

function upTo(parts: readonly Part[], amountMinor: Minor): Part[] {
  let left: number = amountMinor;
  return parts.flatMap((part) => {
    const share = toMinor(Math.min(left, part.amountMinor));
    left -= share;
    return share > 0 ? [{ ...part, amountMinor: share }] : [];
  });
}
