import { formatMoney } from '@/lib/format';
import type { Amount } from '@/lib/mail/params';

/** "$1,620.50, €20.00": amounts of different currencies side by side, never added. */
export function owedWords(owed: readonly Amount[]): string {
  return owed.map(({ amountMinor, currency }) => formatMoney(amountMinor, currency)).join(', ');
}
