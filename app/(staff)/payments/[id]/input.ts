import { z } from 'zod';
import type { ReverseDocument } from '@/db/commands/reverse-document';
import { parseDayText } from '@/lib/day-text';
import { todayIn } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';

/** The form that takes a payment back. A bounced one has a day; a mistake never was. */
export const reversePaymentInput = z.object({
  documentId: z.uuid(),
  why: z.enum(['bounced', 'mistake']),
  on: z.string().trim().max(40).optional(),
  reason: z.string().trim().min(1, 'Say what happened.').max(500, 'Use at most 500 characters.'),
});

/** The form as the command takes it. @throws Refusal `invalid` for a day that cannot be read, or that lies ahead. */
export function toReverseDocument(
  { documentId, why, on = '', reason }: z.output<typeof reversePaymentInput>,
  timeZone: string,
): ReverseDocument {
  const reversal = { documentId, kind: 'payment', reason, source: 'staff' } as const;
  if (why === 'mistake') return reversal;
  const today = todayIn(timeZone);
  const day = parseDayText(on, today);
  if (day === null) throw new Refusal('invalid', `“${on}” is not a day. Write it like 20 Nov 2026.`, 'on');
  if (day > today) throw new Refusal('invalid', 'That day is still ahead. Enter the day it bounced.', 'on');
  return { ...reversal, on: day };
}
