import { z } from 'zod';
import { reverseDocument } from '@/db/commands/reverse-document';
import { documentFacts } from '@/db/queries/document-facts';
import { type DocumentDetail, documentById } from '@/db/queries/documents';
import { later, type PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import { toMinor } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { Currency, Day, Money, momentOf, text } from '../_api/fields';
import type { Answer, Call } from '../_api/operation';
import { BaseFacts, writeBase } from '../_api/rates';
import { Applied, Reversal, Status, writeApplied, writeReversal } from './invoice-shape';

/** Another document, by what people call it. */
const DocumentRef = z.object({ document_id: z.uuid(), kind: z.string(), number: z.string() });

/** What credit memos, refunds, write-offs and their like have in common. Amounts are above 0; the kind says which way. */
export const LedgerDocument = z.object({
  kind: z.string(),
  number: z.string(),
  customer_id: z.uuid(),
  customer_name: z.string(),
  date: Day,
  due_date: Day,
  currency: Currency,
  amount: Money,
  remaining: Money.meta({
    description: 'Of a credit, what no invoice has taken; of a debit, what is still owed.',
  }),
  ...BaseFacts.shape,
  status: Status.meta({ description: 'Of a credit: paid when all of it is applied.' }),
  reason: z.string().nullable(),
  source: z.string(),
  recorded_at: z.string(),
  relates_to: DocumentRef.nullable().meta({ description: 'What it is about, such as the invoice credited.' }),
  allocations: z.array(Applied),
  voided_by: Reversal.nullable(),
});

/** How a document is taken back. */
export const Voiding = z.strictObject({
  reason: text(500),
  on: Day.optional().meta({ description: "The document's own day unless given, if that is still open." }),
});

/**
 * Takes a document of one of these kinds back. Answers the day from which its detail shows that.
 * @throws Refusal as `reverseDocument`.
 */
export async function voidDocument(
  { tx, actor, today }: Call,
  documentId: string,
  kinds: readonly DocumentKind[],
  { reason, on }: { readonly reason: string; readonly on?: PlainDate | undefined },
): Promise<PlainDate> {
  const found = await documentFacts(tx, documentId);
  if (found?.documentId !== documentId || found.kind === 'reversal' || !kinds.includes(found.kind))
    throw new Refusal('not_found', 'That document does not exist.');
  const { documentDate } = await reverseDocument(tx, actor, {
    documentId,
    kind: found.kind,
    reason,
    source: 'api',
    ...(on ? { on } : {}),
  });
  return later(today, documentDate);
}

/** A document of one of these kinds as of a day. @throws Refusal `not_found`. */
export async function ledgerDocument(
  { tx }: Pick<Call, 'tx'>,
  documentId: string,
  { kinds, asOf }: { readonly kinds: readonly DocumentKind[]; readonly asOf: PlainDate },
): Promise<DocumentDetail> {
  const found = await documentById(tx, documentId, momentOf(asOf));
  if (!found || !kinds.includes(found.kind)) throw new Refusal('not_found', 'That document does not exist.');
  return found;
}

/** The one place that says how such a document is written; `base` is the currency of the books. */
export function writeDocument(
  document: DocumentDetail,
  base: string,
): Answer<z.output<typeof LedgerDocument>> {
  const { currency, relatesTo } = document;
  const magnitude = (amount: number) => money(toMinor(Math.abs(amount)), currency);
  return {
    kind: document.kind,
    number: document.number,
    customer_id: document.customerId,
    customer_name: document.customerName,
    date: document.documentDate,
    due_date: document.items[0]?.dueOn ?? document.documentDate,
    currency,
    amount: magnitude(document.amountMinor),
    remaining: magnitude(document.openMinor),
    ...writeBase({ ...document, amountMinor: toMinor(Math.abs(document.amountMinor)) }, base),
    status: document.status,
    reason: document.reason,
    source: document.source,
    recorded_at: document.recordedAt.toISOString(),
    relates_to: relatesTo && {
      document_id: relatesTo.documentId,
      kind: relatesTo.kind,
      number: relatesTo.number,
    },
    allocations: writeApplied(document),
    voided_by: writeReversal(document),
  };
}
