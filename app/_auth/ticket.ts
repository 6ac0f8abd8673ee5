import 'server-only';
import { z } from 'zod';
import { seal, unseal } from '@/lib/seal';

/** Somebody whose password was right, and who has yet to type a code. */
export interface Ticket {
  readonly userId: string;
  /** Of the password that was right: a newer one makes the ticket void. */
  readonly passwordVersion: number;
}

/** How long a ticket is good for, in seconds. */
export const TICKET_SECONDS = 300;

const Sealed = z.object({ userId: z.uuid(), passwordVersion: z.int(), until: z.int() });

/** The ticket as its holder's browser keeps it. */
export function sealTicket(ticket: Ticket): string {
  return seal(JSON.stringify({ ...ticket, until: Date.now() + TICKET_SECONDS * 1_000 }), 'ticket');
}

/** The ticket behind it; null when it is none, or has run out. */
export function openTicket(sealed: string): Ticket | null {
  const text = unseal(sealed, 'ticket');
  if (text === null) return null;
  const { until, ...ticket } = Sealed.parse(JSON.parse(text));
  return until < Date.now() ? null : ticket;
}
