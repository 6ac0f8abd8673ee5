import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';

/** A whole balance that somebody entered before. */
export interface WholeBalance {
  readonly number: string;
  readonly on: PlainDate;
  readonly amountMinor: Minor;
}

/** Whose balance, in which currency, and whether it is owed or credit: of each there is one. */
export function wholeKey(customerId: string, currency: string, amountMinor: Minor): string {
  return `${customerId} ${currency} ${amountMinor > 0 ? 'owed' : 'credit'}`;
}
