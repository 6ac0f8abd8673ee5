'use server';
import { formAction } from '@/app/_actions/form-action';
import { postInvoiceBatch } from '@/db/commands/post-invoice-batch';
import { formatCount } from '@/lib/format';
import { postBatchInput, toPostBatch } from './input';

/** Bills a service to many at once, all or none; `id` of the answer names the batch. */
export const postBatch = formAction({
  may: 'books:write',
  verb: 'invoice_batch_form',
  input: postBatchInput,
  run: async (tx, actor, input) => {
    const { posted } = await postInvoiceBatch(tx, actor, toPostBatch(input, actor.org.timeZone));
    const [first, last] = [posted[0]?.number, posted.at(-1)?.number];
    const numbers = first === last ? first : `${first} to ${last}`;
    return { id: input.batchId, message: `Posted ${formatCount(posted.length, 'invoice')}, ${numbers}.` };
  },
  stale: ['/', '/aging', '/customers', '/invoices'],
});
