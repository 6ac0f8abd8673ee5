import { type LineInput, type PricedLine, priceLines } from './invoice-lines';
import { MAX_DOCUMENT_MINOR, type Minor, plainDecimal, toMinor, ZERO } from './money';

/** A line of an invoice while somebody types it: texts as typed, a price once it can be read. */
export interface DraftLine {
  /** Tells lines apart while they come and go. */
  readonly key: string;
  readonly description: string;
  readonly quantity: string;
  readonly unitPriceMinor: Minor | null;
  readonly taxPercent: string;
  /** From the catalogue, and on whose behalf; null for neither. */
  readonly serviceId: string | null;
  readonly beneficiaryId: string | null;
}

/** A line as posting takes it: what it names of the catalogue stands with it, and nothing when it names nothing. */
export type PostableLine = LineInput & { readonly serviceId?: string; readonly beneficiaryId?: string };

/** What of a line is missing or cannot be read; `size`: with it the invoice would be more than one document can carry. */
export type LineProblem = 'description' | 'quantity' | 'price' | 'tax' | 'size';

/** What a draft comes to: the lines that are complete with their sums, and what is wrong with the others. */
export interface DraftTotals {
  /** By key; a line that is empty or has a problem is not in it. */
  readonly priced: ReadonlyMap<string, PricedLine>;
  /** By key; an empty line has none. */
  readonly problems: ReadonlyMap<string, LineProblem>;
  readonly netMinor: Minor;
  readonly taxMinor: Minor;
  readonly totalMinor: Minor;
}

/** How a quantity is written: up to nine digits before the point and six behind it. */
export const QUANTITY = /^\d{1,9}(?:\.\d{1,6})?$/;
/** How a tax rate in percent is written: up to three digits before the point and four behind it. */
export const TAX_PERCENT = /^\d{1,3}(?:\.\d{1,4})?$/;

/** Whether nothing was typed into a line: such a line is not posted. */
export function isEmptyLine({ description, unitPriceMinor }: DraftLine): boolean {
  return description.trim() === '' && unitPriceMinor === null;
}

/** Prices the complete lines of a draft; their sums are those that posting will give. */
export function draftTotals(lines: readonly DraftLine[]): DraftTotals {
  const priced = new Map<string, PricedLine>();
  const problems = new Map<string, LineProblem>();
  let netMinor = ZERO;
  let taxMinor = ZERO;
  for (const line of lines) {
    if (isEmptyLine(line)) continue;
    const input = toLineInput(line);
    const price = typeof input === 'string' ? null : priceWithin(input, netMinor + taxMinor);
    if (!price) {
      problems.set(line.key, typeof input === 'string' ? input : 'size');
      continue;
    }
    priced.set(line.key, price);
    netMinor = toMinor(netMinor + price.netMinor);
    taxMinor = toMinor(taxMinor + price.taxMinor);
  }
  return { priced, problems, netMinor, taxMinor, totalMinor: toMinor(netMinor + taxMinor) };
}

/** The lines that posting takes; empty ones are left out, and so are those with a problem. */
export function postableLines(lines: readonly DraftLine[]): PostableLine[] {
  return lines.flatMap((line) => {
    const input = isEmptyLine(line) ? null : toLineInput(line);
    return input === null || typeof input === 'string' ? [] : [input];
  });
}

function toLineInput({
  description,
  quantity,
  unitPriceMinor,
  taxPercent,
  serviceId,
  beneficiaryId,
}: DraftLine): PostableLine | LineProblem {
  const [amount, tax] = [plainDecimal(quantity), plainDecimal(taxPercent) || '0'];
  if (description.trim() === '') return 'description';
  if (!QUANTITY.test(amount)) return 'quantity';
  if (unitPriceMinor === null) return 'price';
  if (!TAX_PERCENT.test(tax)) return 'tax';
  return {
    description: description.trim(),
    quantity: amount,
    unitPriceMinor,
    taxPercent: tax,
    ...(serviceId === null ? {} : { serviceId }),
    ...(beneficiaryId === null ? {} : { beneficiaryId }),
  };
}

/** The line with its sums; null when it or the total before it would be beyond what one document can carry. */
function priceWithin(input: LineInput, before: number): PricedLine | null {
  const roughNet = Math.abs(input.unitPriceMinor) * Number(input.quantity);
  if (roughNet * (1 + Number(input.taxPercent) / 100) > MAX_DOCUMENT_MINOR) return null;
  const [line] = priceLines([input]);
  return line && Math.abs(before + line.netMinor + line.taxMinor) <= MAX_DOCUMENT_MINOR ? line : null;
}
