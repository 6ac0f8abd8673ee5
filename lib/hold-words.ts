import type { HoldKind } from './domain/hold';

/** What each hold is called, and what it stops. */
export const HOLD_WORDS: Readonly<Record<HoldKind, { readonly title: string; readonly meaning: string }>> = {
  credit: {
    title: 'Credit',
    meaning: 'A new invoice is refused, unless an administrator says why to bill all the same.',
  },
  reminders: { title: 'Reminders', meaning: 'None is written or sent until the hold is released.' },
};
