import type { PlainDate } from './dates';
import type { DocumentKind } from './documents';
import type { Minor } from './money';

/** What has become of a posted document. Late, disputed and promised are facts beside it, never a status. */
export type DocumentStatus = 'open' | 'part_paid' | 'paid' | 'written_off' | 'void';

/** What a document's status is derived from, as of one day. */
export interface Standing {
  readonly amountMinor: Minor;
  /** What is open of all its items; signed like the amount. */
  readonly openMinor: Minor;
  readonly isReversed: boolean;
  /** Kind of what was applied last; null when nothing is. */
  readonly lastCredit: DocumentKind | null;
}

/** What each status is called on screen. */
export const STATUS_NAMES: Readonly<Record<DocumentStatus, string>> = {
  open: 'Open',
  part_paid: 'Part-paid',
  paid: 'Paid',
  written_off: 'Written off',
  void: 'Void',
};

const WRITES_OFF = new Set<DocumentKind | null>(['write_off', 'credit_write_off']);

/** The status of a document, derived and never stored. A credit is "paid" when all of it is applied. */
export function statusOf({ amountMinor, openMinor, isReversed, lastCredit }: Standing): DocumentStatus {
  if (isReversed) return 'void';
  if (openMinor === 0) return WRITES_OFF.has(lastCredit) ? 'written_off' : 'paid';
  return openMinor === amountMinor ? 'open' : 'part_paid';
}

/** Whether something is still to be paid after its due day. Due today is not late. */
export function isPastDue(
  item: { readonly openMinor: Minor; readonly dueOn: PlainDate },
  asOf: PlainDate,
): boolean {
  return item.openMinor > 0 && item.dueOn < asOf;
}
