import { z } from 'zod';
import { type Minor, sumOf, toMinor } from '../../domain/money';
import type { PaperFact } from '../facts';
import { Amount, readAmount, Text } from './fields';
import type { Money } from './paper-money';

/** A line of a paper as it comes. */
export const SourceLine = z.looseObject({
  item_name: Text,
  item_description: Text,
  unit_quantity: z.number().nullish().catch(null),
  unit_amount: Amount.catch(null),
  total_amount: Amount.catch(null),
});

/** The lines of a paper before tax; none when they do not add up to it, as where discounts or taxes are inside of them. */
export function readLines(
  rows: readonly z.output<typeof SourceLine>[],
  currency: string,
  { totalMinor, taxMinor }: Pick<Money, 'totalMinor' | 'taxMinor'>,
): PaperFact['lines'] {
  const lines = rows.flatMap((row) => {
    const netMinor = readAmount(row.total_amount, currency);
    if (netMinor === null || netMinor < 0) return [];
    const description = (row.item_name ?? row.item_description ?? 'Item').slice(0, 500);
    return [{ description, ...priced(row, netMinor, currency), netMinor }];
  });
  const isWhole =
    lines.length === rows.length && sumOf(lines.map((line) => line.netMinor)) + taxMinor === totalMinor;
  return isWhole ? lines : [];
}

/** Quantity and price where their product is the amount, else one piece of it. */
function priced(
  { unit_quantity: quantity, unit_amount: price }: z.output<typeof SourceLine>,
  netMinor: Minor,
  currency: string,
): { quantity: string; unitPriceMinor: Minor } {
  const unitPriceMinor = readAmount(price, currency);
  const isExact =
    quantity &&
    Number.isInteger(quantity) &&
    quantity > 0 &&
    unitPriceMinor !== null &&
    quantity * unitPriceMinor === netMinor;
  return isExact
    ? { quantity: String(quantity), unitPriceMinor }
    : { quantity: '1', unitPriceMinor: toMinor(netMinor) };
}
