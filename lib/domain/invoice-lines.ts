import { type Minor, sumOf, times, toMinor } from './money';

/** A line as somebody wrote it. Quantity and tax percent are exact decimals as text. */
export interface LineInput {
  readonly description: string;
  readonly quantity: string;
  readonly unitPriceMinor: Minor;
  readonly taxPercent: string;
}

/** A line with its sums: net is quantity × price, tax is net × percent; each rounded half away from zero. */
export interface PricedLine extends LineInput {
  readonly netMinor: Minor;
  readonly taxMinor: Minor;
}

/** Whether the sums of these lines are small enough to be exact. What one document may carry is less, and checked on posting. */
export function arePriceable(lines: readonly LineInput[]): boolean {
  const size = ({ unitPriceMinor, quantity, taxPercent }: LineInput) =>
    Math.abs(unitPriceMinor) * Math.max(1, Math.abs(Number(quantity))) * (1 + Number(taxPercent) / 100);
  return lines.reduce((sum, line) => sum + size(line), 0) <= Number.MAX_SAFE_INTEGER / 2;
}

/** Prices each line on its own, so that the lines a customer sees add up to the total. */
export function priceLines(lines: readonly LineInput[]): PricedLine[] {
  return lines.map((line) => {
    const netMinor = times(line.unitPriceMinor, line.quantity);
    return { ...line, netMinor, taxMinor: percentOf(netMinor, line.taxPercent) };
  });
}

/** Net plus tax of all lines. */
export function linesTotal(lines: readonly PricedLine[]): { totalMinor: Minor; taxMinor: Minor } {
  const taxMinor = sumOf(lines.map((line) => line.taxMinor));
  return { totalMinor: toMinor(sumOf(lines.map((line) => line.netMinor)) + taxMinor), taxMinor };
}

/** `percent` of an amount, rounded half away from zero; percent is an exact decimal such as "7.25". */
export function percentOf(amount: Minor, percent: string): Minor {
  const [whole = '0', fraction = ''] = percent.split('.');
  const padded = whole.padStart(3, '0');
  return times(amount, `${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`);
}
