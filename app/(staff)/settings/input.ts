import { z } from 'zod';
import type { UpdateOrganization } from '@/db/commands/update-organization';
import { parseDayText } from '@/lib/day-text';
import { areBounds } from '@/lib/domain/aging';
import { todayIn } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';

/** The form of the business's facts, as people type them. */
export const organizationInput = z.object({
  name: z.string().trim().min(1, 'Enter the name of the business.').max(100, 'Use at most 100 characters.'),
  timeZone: z.string().min(1, 'Choose a time zone.').max(60),
  agingBasis: z.enum(['due', 'invoice']),
  bounds: z
    .string()
    .trim()
    .max(100)
    .transform((text) => text.split(/[\s,;/]+/).map((part) => (part === '' ? Number.NaN : Number(part))))
    .refine(areBounds, 'Write whole numbers of days, each above the one before: 0, 30, 60, 90, 120.'),
  provisionRates: z
    .string()
    .trim()
    .max(200)
    .transform((text) => (text === '' ? null : text.split(/[\s,;/]+/))),
  lockedOn: z.string().trim().max(40),
  paper: z.enum(['a4', 'letter']),
});

/** The form as the command takes it. @throws Refusal `invalid` for a day that cannot be read. */
export function toUpdateOrganization({
  lockedOn,
  ...facts
}: z.output<typeof organizationInput>): UpdateOrganization {
  if (lockedOn === '') return { ...facts, lockedOn: null };
  const day = parseDayText(lockedOn, todayIn('UTC'));
  if (day === null)
    throw new Refusal(
      'invalid',
      `“${lockedOn}” is not a day. Write it like 31 Oct 2026, or leave it empty.`,
      'lockedOn',
    );
  return { ...facts, lockedOn: day };
}

export const createKeyInput = z.object({
  name: z.string().trim().min(1, 'Enter what will use the key.').max(100, 'Use at most 100 characters.'),
  role: z.enum(['admin', 'manager', 'customer']),
  /** The code or the whole name of the customer whose account the key reads. */
  customer: z.string().trim().max(200).default(''),
});

export const revokeKeyInput = z.object({ id: z.uuid() });
