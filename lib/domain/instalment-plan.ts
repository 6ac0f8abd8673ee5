import type { TermLine } from './payment-terms';

/** An invoice paid in parts of equal size. */
export interface InstalmentPlan {
  /** 2 to 36. */
  readonly parts: number;
  /** How long between two parts. */
  readonly every: 'week' | 'month';
  /** Days from the invoice date to the first part. */
  readonly firstDays: number;
}

/** Parts that one plan may have. */
export const MOST_PARTS = 36;

/** The payment terms of a plan: equal parts, of which the last takes what is left. */
export function termsOfPlan({ parts, every, firstDays }: InstalmentPlan): TermLine[] {
  return Array.from({ length: parts }, (_, i): TermLine => {
    const after = every === 'week' ? { months: 0, days: firstDays + 7 * i } : { months: i, days: firstDays };
    if (i === parts - 1) return { kind: 'remainder', ...after };
    return { kind: 'percent_of_total', ratio: inverseOf(parts), divisor: String(parts), ...after };
  });
}

/** The plan that has these terms; null when they are not those of a plan. */
export function planOfTerms(lines: readonly TermLine[]): InstalmentPlan | null {
  const [first, second] = lines;
  if (!first || !second || lines.length > MOST_PARTS) return null;
  const plan: InstalmentPlan = {
    parts: lines.length,
    every: second.months === 1 ? 'month' : 'week',
    firstDays: first.days,
  };
  return termsOfPlan(plan).every((line, i) => isSame(line, lines[i])) ? plan : null;
}

function isSame(a: TermLine, b: TermLine | undefined): boolean {
  if (!b || a.kind !== b.kind || a.months !== b.months || a.days !== b.days || b.dayOfMonth !== undefined)
    return false;
  return !('divisor' in a && 'divisor' in b) || a.divisor === b.divisor;
}

/** 1 / parts to six places, rounded to the nearest. */
function inverseOf(parts: number): string {
  const millionths = Math.round(1_000_000 / parts);
  return `0.${String(millionths).padStart(6, '0')}`;
}
