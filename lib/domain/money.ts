import { decimalsOf } from './currencies';

declare const minor: unique symbol;
/** An integer count of a currency's smallest unit (cents, yen, fils). Never a fraction. */
export type Minor = number & { readonly [minor]: true };

export const ZERO = 0 as Minor;

/** The largest amount one document may carry: 900 billion at two decimals. Keeps every sum exact. */
export const MAX_DOCUMENT_MINOR = 90_000_000_000_000 as Minor;

/** @throws RangeError outside ±(2^53 − 1) or on a fraction: a wrong amount must never be shown. */
export function toMinor(value: number | string | bigint): Minor {
  const n = Number(value);
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not an exact amount: ${value}`);
  // Adding 0 turns -0 into 0, which would otherwise print as "-0".
  return (n + 0) as Minor;
}

/** Exact sum; zero over no amounts. */
export function sumOf(amounts: Iterable<Minor>): Minor {
  let total = 0;
  for (const amount of amounts) total += amount;
  return toMinor(total);
}

/**
 * Reads what a person or a file wrote ("1,234.50", "1.234,50", "(12.00)", "-3", "$ 5") exactly, digit by
 * digit, as minor units of `currency`. Null when it is not an amount, or has more decimals than the currency.
 * One comma before exactly three digits groups ("1,234" is 1234); one point never does, so "1.234" dollars is refused.
 */
export function parseAmount(text: string, currency: string): Minor | null {
  const decimals = decimalsOf(currency);
  const trimmed = text
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/^([-+(]*)\p{Sc}/u, '$1')
    .replace(/\p{Sc}(\)?)$/u, '$1');
  const match = /^(?<open>\()?(?<sign>[-+])?(?<digits>\d[\d.,]*|[.,]\d+)(?<close>\))?$/.exec(trimmed);
  const { open, sign, digits, close } = match?.groups ?? {};
  if (!digits || Boolean(open) !== Boolean(close) || (open && sign)) return null;
  const parts = splitDecimal(digits);
  if (!parts || parts.fraction.length > decimals) return null;
  const value = Number(parts.whole + parts.fraction.padEnd(decimals, '0'));
  if (!Number.isSafeInteger(value)) return null;
  return toMinor(open || sign === '-' ? -value : value);
}

/**
 * A quantity or percentage as typed in plain digits: "1,000" is "1000", "2,5" is "2.5", grouped as in `parseAmount`, "7.25 %" is
 * "7.25". What is no such number comes back as it is, for the rule of its field to refuse.
 */
export function plainDecimal(text: string): string {
  const bare = text.trim().replace(/\s*%$/, '');
  const parts = /^\d[\d.,]*$/.test(bare) ? splitDecimal(bare) : null;
  if (!parts) return bare;
  return parts.fraction === '' ? parts.whole : `${parts.whole}.${parts.fraction}`;
}

/** "1234.50": exact digits for files and machines; no symbol, no grouping. */
export function toDecimal(amount: Minor, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return (amount < 0 ? '-' : '') + whole + (decimals ? `.${digits.slice(-decimals)}` : '');
}

/**
 * amount × numerator ÷ denominator, rounded half away from zero: the rounding of tax and discount per line.
 * @throws RangeError when the denominator is 0 or the result is not exact.
 */
export function scale(amount: Minor, numerator: bigint, denominator: bigint): Minor {
  const product = BigInt(amount) * numerator;
  const negative = product < 0n !== denominator < 0n;
  const [p, d] = [product < 0n ? -product : product, denominator < 0n ? -denominator : denominator];
  if (d === 0n) throw new RangeError('Cannot divide an amount by zero.');
  const rounded = (2n * p + d) / (2n * d);
  return toMinor(negative ? -rounded : rounded);
}

/** amount × a plain decimal such as "2.5" (a quantity) or "0.0725" (a rate), rounded half away from zero. */
export function times(amount: Minor, factor: string): Minor {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(factor);
  if (!match?.[2]) throw new RangeError(`Not a decimal number: ${factor}`);
  const fraction = match[3] ?? '';
  return scale(amount, BigInt(match[1] + match[2] + fraction), 10n ** BigInt(fraction.length));
}

/**
 * Splits `total` in proportion to `weights` by the largest remainder, first part first on ties; the parts
 * add up to `total` exactly. 100.00 in three is 33.34 + 33.33 + 33.33.
 * @throws RangeError when a weight is negative or all are 0.
 */
export function split(total: Minor, weights: readonly number[]): Minor[] {
  if (weights.every((w) => w === 0) || weights.some((w) => !Number.isSafeInteger(w) || w < 0))
    throw new RangeError('Weights must be whole numbers, none negative, not all zero.');
  const sum = weights.reduce((a, weight) => a + BigInt(weight), 0n);
  const size = BigInt(Math.abs(total));
  const shares = weights.map((weight, index) => {
    const exact = size * BigInt(weight);
    return { index, floor: exact / sum, rest: exact % sum };
  });
  let left = size - shares.reduce((a, s) => a + s.floor, 0n);
  const parts = shares.map((s) => s.floor);
  for (const { index, floor } of shares.toSorted((a, b) => Number(b.rest - a.rest) || a.index - b.index)) {
    if (left === 0n) break;
    parts[index] = floor + 1n;
    left -= 1n;
  }
  return parts.map((part) => toMinor(total < 0 ? -part : part));
}

/**
 * Fractions of one denominator as whole numbers that add up to their rounded sum, each less than one away from its own: the
 * largest remainders are rounded up, the first of equals first.
 */
export function roundTogether(numerators: readonly bigint[], denominator: bigint): Minor[] {
  const floors = numerators.map((n) => (n - modulo(n, denominator)) / denominator);
  const sum = numerators.reduce((a, n) => a + n, 0n);
  const total = BigInt(scale(toMinor(1), sum, denominator));
  let left = total - floors.reduce((a, floor) => a + floor, 0n);
  const byRemainder = numerators
    .map((n, index) => ({ index, rest: modulo(n, denominator) }))
    .toSorted((a, b) => Number(b.rest > a.rest) - Number(b.rest < a.rest) || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    floors[index] = (floors[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return floors.map((floor) => toMinor(floor));
}

function modulo(n: bigint, denominator: bigint): bigint {
  return ((n % denominator) + denominator) % denominator;
}

function splitDecimal(digits: string): { whole: string; fraction: string } | null {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return { whole: digits, fraction: '' };
  const separator = digits[last];
  const tail = digits.slice(last + 1);
  const kinds = new Set(digits.replace(/\d/g, ''));
  const repeated = digits.indexOf(separator ?? '') !== last;
  const isGrouping = repeated || (kinds.size === 1 && tail.length === 3 && separator === ',');
  const wholeText = isGrouping ? digits : digits.slice(0, last);
  if (isGrouping && kinds.size > 1) return null;
  const whole = ungroup(wholeText);
  if (whole === null || !/^\d*$/.test(isGrouping ? '' : tail)) return null;
  return { whole: whole || '0', fraction: isGrouping ? '' : tail };
}

/** "1,234,567" -> "1234567"; null when the groups are not three digits each or the separators differ. */
function ungroup(text: string): string | null {
  if (/^\d*$/.test(text)) return text;
  const separator = /[.,]/.exec(text)?.[0];
  const groups = text.split(separator ?? ',');
  const grouped = groups.every((g, i) => /^\d+$/.test(g) && (i === 0 ? g.length <= 3 : g.length === 3));
  return grouped ? groups.join('') : null;
}
