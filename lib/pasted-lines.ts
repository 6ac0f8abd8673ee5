import type { DraftLine } from './domain/invoice-draft';
import { parseMoneyText } from './money-text';

/**
 * Rows copied from a spreadsheet as lines: item, quantity, price, tax percent, by column; without a second column the
 * quantity is 1. Null when the text is neither several rows nor several columns, and is to be pasted as it is.
 */
export function pastedLines(text: string, currency: string, newKey: () => string): DraftLine[] | null {
  const rows = text.split(/\r?\n/).filter((row) => row.trim() !== '');
  if (rows.length < 2 && !text.includes('\t')) return null;
  return rows.map((row) => {
    const [description = '', quantity, price, tax] = row.split('\t').map((cell) => cell.trim());
    return {
      key: newKey(),
      description,
      quantity: quantity || '1',
      unitPriceMinor: price ? parseMoneyText(price, currency) : null,
      taxPercent: tax?.replace('%', '').trim() || '0',
      serviceId: null,
      beneficiaryId: null,
    };
  });
}
