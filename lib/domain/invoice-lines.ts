import { type Minor, roundTogether, sumOf, times, toMinor } from './money';

/** A line as somebody wrote it. Quantity and tax percent are exact decimals as text. */
export interface LineInput {
  readonly description: string;
  readonly quantity: string;
  readonly unitPriceMinor: Minor;
  readonly taxPercent: string;
}

/** What a line comes to: net is quantity × price, tax is net × percent. */
interface LineSums {
  readonly netMinor: Minor;
  readonly taxMinor: Minor;
}

/** A line with its sums. */
export type PricedLine = LineInput & LineSums;

/**
 * Where sums are rounded, half away from zero: each line's net and tax on its own, or the net and the tax of the whole document
 * once.
 */
export type Rounding = 'line' | 'document';

/** Whether the sums of these lines are small enough to be exact. What one document may carry is less, and checked on posting. */
export function arePriceable(lines: readonly LineInput[]): boolean {
  const size = ({ unitPriceMinor, quantity, taxPercent }: LineInput) =>
    Math.abs(unitPriceMinor) * Math.max(1, Math.abs(Number(quantity))) * (1 + Number(taxPercent) / 100);
  return lines.reduce((sum, line) => sum + size(line), 0) <= Number.MAX_SAFE_INTEGER / 2;
}

/** Prices lines so that the lines a customer sees add up to the total, wherever that is rounded. */
export function priceLines<T extends LineInput>(
  lines: readonly T[],
  rounding: Rounding = 'line',
): (T & LineSums)[] {
  if (rounding === 'document') return priceTogether(lines);
  return lines.map((line) => {
    const netMinor = times(line.unitPriceMinor, line.quantity);
    return { ...line, netMinor, taxMinor: percentOf(netMinor, line.taxPercent) };
  });
}

/** Sums are exact until the end; what rounding the totals leaves over goes to the lines with the largest remainders. */
function priceTogether<T extends LineInput>(lines: readonly T[]): (T & LineSums)[] {
  const places = Math.max(0, ...lines.flatMap((line) => [line.quantity, line.taxPercent].map(placesOf)));
  const unit = 10n ** BigInt(places);
  const nets = lines.map((line) => BigInt(line.unitPriceMinor) * inUnits(line.quantity, places));
  const taxes = lines.map((line, i) => (nets[i] ?? 0n) * inUnits(line.taxPercent, places));
  const netMinors = roundTogether(nets, unit);
  const taxMinors = roundTogether(taxes, unit * unit * 100n);
  return lines.map((line, i) => ({
    ...line,
    netMinor: netMinors[i] ?? toMinor(0),
    taxMinor: taxMinors[i] ?? toMinor(0),
  }));
}

function placesOf(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0;
}

/** A decimal as a whole number of its `places`th part. */
function inUnits(decimal: string, places: number): bigint {
  return BigInt(decimal.replace('.', '') + '0'.repeat(places - placesOf(decimal)));
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
