import { addDays, addMonths, dayInMonth, daysBetween, LAST_DAY, type PlainDate } from './dates';
import { type Minor, roundTogether } from './money';

/** One line of payment terms: how much, and how long after the invoice date. */
export type TermLine = TermShare & {
  /** Months are added first, then the day of the month is taken, then days are added. */
  readonly months: number;
  /** 1 to 31, the last of a shorter month; left out: the day of the invoice. */
  readonly dayOfMonth?: number | undefined;
  readonly days: number;
};

/** A share as a ratio, or exactly as one part in `divisor`; a fixed amount; or all that is left. */
type TermShare =
  | {
      readonly kind: 'percent_of_total' | 'percent_of_remaining';
      /** Above 0 and at most 1, exact decimal as text: 0.4 is 40 %. */
      readonly ratio: string;
      /** 1 / ratio, for what no decimal is exact: a third has 3. */
      readonly divisor?: string | undefined;
    }
  | { readonly kind: 'fixed'; readonly amountMinor: Minor }
  | { readonly kind: 'remainder' };

/** A part of an invoice and its due day. */
export interface Instalment {
  readonly dueOn: PlainDate;
  readonly amountMinor: Minor;
}

/** Why terms cannot be used, as a sentence; null when they can. The last line, and no other, takes what is left. */
export function termsProblem(lines: readonly TermLine[]): string | null {
  if (lines.at(-1)?.kind !== 'remainder') return 'The last line of the terms must be the remainder.';
  for (const [at, line] of lines.entries()) {
    if (line.kind === 'remainder' && at < lines.length - 1) return 'Only the last line can be the remainder.';
    if (line.kind === 'fixed' && line.amountMinor <= 0) return 'A fixed part must be above zero.';
    if (!('ratio' in line)) continue;
    const ratio = toFraction(line.ratio);
    if (ratio.n <= 0n || ratio.n > ratio.d) return 'A ratio must be above 0 and at most 1.';
    if (line.divisor !== undefined && !isInverse(line.ratio, line.divisor))
      return `The divisor ${line.divisor} is not 1 / ${line.ratio}.`;
  }
  return null;
}

/**
 * The instalments of a total by terms without a problem. The parts are exact until the end and then rounded by the largest remainder,
 * so they add up to the total: 100.00 in thirds is 33.34, 33.33, 33.33. Parts of nothing are left out.
 * Null when the lines take more than the total, or a day is beyond what books can hold.
 */
export function instalmentsOf(
  lines: readonly TermLine[],
  totalMinor: Minor,
  invoiceDate: PlainDate,
): Instalment[] | null {
  const total = { n: BigInt(totalMinor), d: 1n };
  let left: Fraction = total;
  const shares = lines.map((line) => {
    const share = shareOf(line, total, left);
    left = minus(left, share);
    return share;
  });
  if (left.n < 0n || shares.some((share) => share.n < 0n)) return null;
  const denominator = shares.reduce((d, share) => d * share.d, 1n);
  const amounts = roundTogether(
    shares.map((share) => share.n * (denominator / share.d)),
    denominator,
  );
  const days = lines.map((line) => dueDay(line, invoiceDate));
  const parts = amounts.flatMap((amountMinor, i) => {
    const dueOn = days[i];
    return dueOn && amountMinor > 0 ? [{ dueOn, amountMinor }] : [];
  });
  return days.includes(null) ? null : parts;
}

/** n / d, with d above 0. */
interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

function shareOf(line: TermLine, total: Fraction, left: Fraction): Fraction {
  if (line.kind === 'remainder') return left;
  if (line.kind === 'fixed') return { n: BigInt(line.amountMinor), d: 1n };
  const whole = line.kind === 'percent_of_total' ? total : left;
  const { n, d } = line.divisor === undefined ? toFraction(line.ratio) : inverse(toFraction(line.divisor));
  return { n: whole.n * n, d: whole.d * d };
}

function minus(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
}

function toFraction(decimal: string): Fraction {
  const places = decimal.split('.')[1]?.length ?? 0;
  return { n: BigInt(decimal.replace('.', '')), d: 10n ** BigInt(places) };
}

function inverse({ n, d }: Fraction): Fraction {
  return { n: d, d: n };
}

/** Whether one is 1 / the other, to as many places as the other is written with. */
function isInverse(ratio: string, divisor: string): boolean {
  const [a, b] = [toFraction(ratio), toFraction(divisor)];
  if (b.n <= 0n) return false;
  return a.n === nearest(b.d * a.d, b.n) || b.n === nearest(a.d * b.d, a.n);
}

function nearest(n: bigint, d: bigint): bigint {
  return (2n * n + d) / (2n * d);
}

function dueDay({ months, dayOfMonth, days }: TermLine, invoiceDate: PlainDate): PlainDate | null {
  // Twelve months are never more than 366 days, and no term has more than a few hundred.
  if (daysBetween(invoiceDate, LAST_DAY) < (months + 1) * 31 + days) return null;
  const reached = addMonths(invoiceDate, months);
  return addDays(dayOfMonth === undefined ? reached : dayInMonth(reached, dayOfMonth), days);
}
