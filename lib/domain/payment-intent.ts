/** The facts from which the standing of an intent to pay follows; each is null while it has not happened. */
export interface IntentFacts {
  readonly documentId: string | null;
  readonly dismissedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly noticedAt: Date | null;
}

/** Where an intent to pay stands: nothing was sent yet, said to be sent, booked, not found by staff, or given up. */
export type IntentStanding = 'open' | 'noticed' | 'paid' | 'dismissed' | 'withdrawn';

/** Where an intent to pay stands. A booked payment decides, whatever was said before. */
export function intentStanding(facts: IntentFacts): IntentStanding {
  if (facts.documentId !== null) return 'paid';
  if (facts.dismissedAt !== null) return 'dismissed';
  if (facts.withdrawnAt !== null) return 'withdrawn';
  return facts.noticedAt === null ? 'open' : 'noticed';
}
