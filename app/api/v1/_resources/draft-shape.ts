import { z } from 'zod';
import type { DraftInvoice } from '@/db/queries/draft-invoices';
import { Currency } from '../_api/fields';
import type { Answer } from '../_api/operation';
import { NewInvoice } from './new-invoice';
import { NewBilledLine } from './new-lines';

/** What may be written into a draft: what an invoice has, as far as it is known. */
const Fields = NewInvoice.omit({ draft: true, lines: true, rounding: true, override_hold: true })
  .partial()
  .extend({
    lines: z.array(NewBilledLine).max(500).optional(),
    rounding: z.enum(['line', 'document']).optional(),
  });

/** An invoice that is not to be posted yet. */
export const NewDraft = Fields.extend({
  draft: z.literal(true).meta({ description: 'Keeps it as a draft: no number, nothing owed.' }),
});

/** What changes of a draft: what is left out stays, null takes a field back. */
export const DraftChanges = z.strictObject(
  Object.fromEntries(
    Object.entries(Fields.shape).map(([name, field]) => [name, z.nullable(field).optional()]),
  ),
);

/** A draft, told apart from what was posted by its status. */
export const Draft = z.object({
  invoice_id: z.uuid().meta({ description: 'It stays the same when the draft is posted.' }),
  status: z.literal('draft'),
  customer_id: z.uuid().nullable(),
  customer_name: z.string().nullable(),
  currency: Currency,
  content: z
    .record(z.string(), z.unknown())
    .meta({ description: 'What was written so far, as it was sent: the fields of an invoice to post.' }),
  created_at: z.string(),
  updated_at: z.string(),
});

/** The one place that says how a draft is written. */
export function writeDraft(draft: DraftInvoice, base: string): Answer<z.output<typeof Draft>> {
  const content = contentOf(draft.content);
  const own = typeof content.currency === 'string' ? content.currency : null;
  return {
    invoice_id: draft.draftId,
    status: 'draft',
    customer_id: draft.customerId,
    customer_name: draft.customer,
    currency: own ?? draft.customerCurrency ?? base,
    content,
    created_at: draft.createdAt.toISOString(),
    updated_at: draft.updatedAt.toISOString(),
  };
}

/** What a draft holds, by field; nothing of what is not a record. */
export function contentOf(content: unknown): Record<string, unknown> {
  return typeof content === 'object' && content !== null ? Object.fromEntries(Object.entries(content)) : {};
}
