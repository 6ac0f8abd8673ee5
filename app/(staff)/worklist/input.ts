import { z } from 'zod';
import type { LogCall } from '@/db/commands/log-call';
import { parseDayText } from '@/lib/day-text';
import { CALL_OUTCOMES } from '@/lib/domain/call-outcome';
import { isCurrency } from '@/lib/domain/currencies';
import type { PlainDate } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { typedMoney } from '@/lib/typed-money';

const words = (most: number) => z.string().trim().max(most, `Use at most ${most} characters.`).optional();

/** The form after a call: how it went, and the fields of that outcome, as people type them. */
export const logCallInput = z.object({
  customerId: z.uuid(),
  currency: z.string().refine(isCurrency),
  outcome: z.enum(CALL_OUTCOMES, 'Say how it went.'),
  contactName: words(200),
  note: words(2_000),
  amount: words(60),
  promisedFor: words(40),
  /** The invoice promised or contested; empty for everything. */
  invoiceId: z.union([z.literal(''), z.uuid()]).optional(),
  reason: words(200),
  owner: words(200),
});

/** What a call noted, to be taken back: ids of the call, the promise and the dispute, with commas between. */
export const undoCallInput = z.object({
  noted: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.tuple([z.uuid(), z.union([z.literal(''), z.uuid()]), z.union([z.literal(''), z.uuid()])])),
});

/** Whom to leave alone, until when, and why. */
export const snoozeInput = z.object({
  customerId: z.uuid(),
  until: z.string().trim().min(1, 'Say until when.').max(40),
  reason: words(500),
});

/** A snooze that ends now. */
export const endSnoozeInput = z.object({ snoozeId: z.uuid() });

/** Who looks after a customer from now on; empty for nobody. */
export const assignCustomerInput = z.object({ customerId: z.uuid(), owner: z.string().trim().max(200) });

/** Who is to settle a dispute; empty for nobody. */
export const assignDisputeInput = z.object({ disputeId: z.uuid(), owner: z.string().trim().max(200) });

/** A dispute that ends, and what was agreed. */
export const resolveDisputeInput = z.object({
  disputeId: z.uuid(),
  resolution: z.string().trim().min(1, 'Say what was agreed.').max(500, 'Use at most 500 characters.'),
});

/** A promise that is taken back. */
export const cancelPromiseInput = z.object({ promiseId: z.uuid() });

/** The form as the command takes it. @throws Refusal `invalid` for an amount or a day that is missing or cannot be read. */
export function toLogCall(input: z.output<typeof logCallInput>, today: PlainDate): LogCall {
  const { customerId, currency, outcome, contactName, note, invoiceId, reason, owner } = input;
  const call = {
    customerId,
    outcome,
    calledOn: today,
    ...(contactName ? { contactName } : {}),
    ...(note ? { note } : {}),
  };
  if (outcome === 'promised') {
    const promisedFor = dayOf(input.promisedFor, today, 'promisedFor');
    const of = invoiceId ? { documentId: invoiceId } : {};
    const amountMinor = typedMoney(input.amount ?? '', currency, 'amount');
    return { ...call, promise: { currency, amountMinor, promisedFor, ...of } };
  }
  if (outcome !== 'disputed') return call;
  if (!invoiceId) throw new Refusal('invalid', 'Choose the invoice that they contest.', 'invoiceId');
  if (!reason) throw new Refusal('invalid', 'Say why they contest it.', 'reason');
  const amountMinor = typedMoney(input.amount ?? '', currency, 'amount');
  return { ...call, dispute: { documentId: invoiceId, amountMinor, reason, ...(owner ? { owner } : {}) } };
}

/** A day to come as it was typed. @throws Refusal `invalid`. */
export function dayOf(text: string | undefined, today: PlainDate, field: string): PlainDate {
  const day = parseDayText(text ?? '', today, 'future');
  if (day !== null) return day;
  throw new Refusal(
    'invalid',
    text ? `“${text}” is not a day. Write it like 20 Nov, or fri.` : 'Enter the day, such as fri or +7.',
    field,
  );
}
