import { arePriceable, linesTotal, priceLines } from '@/lib/domain/invoice-lines';
import { MAX_DOCUMENT_MINOR, type Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import type { Tx } from '../scope';
import { type BilledLine, type FilledLine, fillLines } from './fill-lines';

/**
 * What an invoice that repeats bills each time, filled in at today's fees, and what that comes to.
 * @throws Refusal `amount_must_be_positive`, `amount_too_large`; for lines as `fillLines`.
 */
export async function recurringLines(
  tx: Tx,
  lines: readonly BilledLine[],
  billing: Parameters<typeof fillLines>[2],
): Promise<{ lines: FilledLine[]; totalMinor: Minor }> {
  const filled = await fillLines(tx, lines, billing);
  const totalMinor = arePriceable(filled) ? linesTotal(priceLines(filled)).totalMinor : null;
  if (totalMinor === null || totalMinor > MAX_DOCUMENT_MINOR)
    throw new Refusal('amount_too_large', 'That amount is larger than one document can carry.', 'lines');
  if (totalMinor <= 0)
    throw new Refusal(
      'amount_must_be_positive',
      'An invoice that repeats needs a total above zero.',
      'lines',
    );
  return { lines: filled, totalMinor };
}
