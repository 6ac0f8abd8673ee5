import { z } from 'zod';
import { parseDayText } from '@/lib/day-text';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';

export const announceInput = z.object({
  intentId: z.uuid(),
  sentOn: z.string().trim().min(1, 'Enter the day on which you sent it.').max(40),
});

export const withdrawInput = z.object({ intentId: z.uuid() });

/** The day as typed. @throws Refusal `invalid` when it is none. */
export function sentDay(text: string, timeZone: string): PlainDate {
  const day = parseDayText(text, todayIn(timeZone));
  if (day === null)
    throw new Refusal('invalid', `“${text}” is not a day. Write it like 20 Nov 2026.`, 'sentOn');
  return day;
}
