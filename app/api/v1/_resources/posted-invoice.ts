import { z } from 'zod';
import { creditWarning } from '@/db/queries/credit-warning';
import type { Call } from '../_api/operation';
import { invoiceDetail } from './invoice-detail';
import { InvoiceDetail } from './invoice-shape';

/** An invoice that was just posted, and what to know about it that is no reason to refuse it. */
export const PostedInvoice = InvoiceDetail.extend({
  warnings: z
    .array(z.string())
    .meta({ description: 'Sentences, such as that the customer is over its credit limit now.' }),
});

/** The answer to an invoice that was just posted. */
export async function postedInvoice(call: Call, documentId: string, customerId: string) {
  const warning = await creditWarning(call.tx, customerId);
  return { ...(await invoiceDetail(call, documentId)), warnings: warning === null ? [] : [warning] };
}
