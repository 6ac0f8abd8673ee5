import { z } from 'zod';
import type { PostInvoiceBatch } from '@/db/commands/post-invoice-batch';
import { todayIn } from '@/lib/domain/dates';
import { QUANTITY } from '@/lib/domain/invoice-draft';
import { toMinor } from '@/lib/domain/money';
import { toDay } from '../input';
import { json } from '../line-input';

const row = z.strictObject({
  customerId: z.uuid(),
  beneficiaryId: z.uuid().nullable(),
  quantity: z.string().regex(QUANTITY),
  unitPriceMinor: z.int().transform(toMinor),
});

/** One service to bill to many at once, as the form sends it. */
export const postBatchInput = z.object({
  batchId: z.uuid(),
  serviceId: z.uuid('Choose a service.'),
  invoiceDate: z.string().trim().min(1, 'Enter the day of the invoices.').max(40),
  rows: json.pipe(z.array(row).min(1, 'Choose at least one to bill.').max(1_000)),
});

/** The form as the command takes it. @throws Refusal `invalid` for a day that cannot be read. */
export function toPostBatch(
  { invoiceDate, ...input }: z.output<typeof postBatchInput>,
  timeZone: string,
): PostInvoiceBatch {
  return { ...input, invoiceDate: toDay(invoiceDate, todayIn(timeZone), 'invoiceDate') };
}
