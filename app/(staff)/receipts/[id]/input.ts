import { z } from 'zod';
import { toMinor } from '@/lib/domain/money';
import { formatCount } from '@/lib/format';

const lineId = z.uuid();
const minor = z.int().positive().transform(toMinor);
const share = z.strictObject({
  customerId: z.uuid(),
  amountMinor: minor,
  parts: z.array(z.strictObject({ invoiceId: z.uuid(), amountMinor: minor })).max(2_000),
});

/** Every exact line of a statement. */
export const acceptExactInput = z.object({ statementId: z.uuid() });

/** One line, in one of the ways that are offered. */
export const acceptLineInput = z.object({ lineId, way: z.coerce.number().int().min(0).max(2) });

/** A line with the shares of its customers. */
export const bookLineInput = z.object({
  lineId,
  shares: z
    .string()
    .transform((text, ctx) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        ctx.addIssue({ code: 'custom', message: 'Reload the page and try again.' });
        return z.NEVER;
      }
    })
    .pipe(z.array(share).min(1, 'Choose a customer.').max(10)),
});

/** A line that is none of ours, and why. */
export const ignoreLineInput = z.object({
  lineId,
  reason: z.string().trim().min(1, 'Say why, in a few words.').max(200),
});

/** A line and the payment that it is about. */
export const lineOfPaymentInput = z.object({ lineId, documentId: z.uuid() });

/** Lines that were decided together. */
export const undoBatchInput = z.object({ batchId: z.uuid() });

/** One line. */
export const undoLineInput = z.object({ lineId });

/** What accepting did, in words. */
export function acceptedWords(counts: {
  readonly bookedCount: number;
  readonly staleCount: number;
  readonly lockedCount: number;
}): string {
  const { bookedCount, staleCount, lockedCount } = counts;
  const words = [bookedCount > 0 ? `Booked ${formatCount(bookedCount, 'line')}.` : 'Nothing was booked.'];
  if (staleCount > 0)
    words.push(
      `${formatCount(staleCount, 'line')} no longer fitted what is open, and ${staleCount === 1 ? 'was' : 'were'} matched again.`,
    );
  if (lockedCount > 0)
    words.push(`${formatCount(lockedCount, 'line')} ${lockedCount === 1 ? 'is' : 'are'} of a closed period.`);
  return words.join(' ');
}
