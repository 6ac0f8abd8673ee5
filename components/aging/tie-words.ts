import type { TieOut } from '@/db/queries/tie-out';
import { formatMoney } from '@/lib/format';

/** Whether the open items agree with the posted documents, as a sentence with both figures and their difference. */
export function tieWords(
  { documentsMinor, openItemsMinor, differenceMinor }: TieOut,
  currency: string,
): string {
  const money = (amount: typeof documentsMinor) => formatMoney(amount, currency);
  const figures = `posted documents ${money(documentsMinor)}, open items ${money(openItemsMinor)}, difference ${money(differenceMinor)}.`;
  return `${differenceMinor === 0 ? 'Agrees' : 'Does not agree'} with the ledger: ${figures}`;
}
