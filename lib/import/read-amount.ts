import { decimalsOf } from '@/lib/domain/currencies';
import { MAX_DOCUMENT_MINOR, type Minor, parseAmount } from '@/lib/domain/money';
import type { Fault } from './read-day';

/** What stands before the cents: 1,234.50 or 1.234,50. */
export type DecimalStyle = 'point' | 'comma';

/** Reads an amount exactly, digit by digit: "1,234.50", "$ 5", "(12.00)", "12.00-". Nothing is rounded. */
export function readAmount(text: string, style: DecimalStyle, currency: string): Minor | Fault {
  const bare = withoutCode(text, currency);
  const amount = parseAmount(style === 'comma' ? swapped(bare) : bare, currency);
  if (amount === null) return fault(text, bare, { style, currency });
  if (Math.abs(amount) > MAX_DOCUMENT_MINOR) return tooLarge(text);
  return amount;
}

/** Which decimal a cell shows: by its cents, not at all (`either`, as in "1,234"), or it has none (`fixed`). Null: not an amount. */
export function styleIn(text: string): DecimalStyle | 'either' | 'fixed' | null {
  const bare = text.replace(/\b[A-Z]{3}\b|\p{Sc}/gu, '').trim();
  if (!/^[-+(]?[\s'.,]*\d[\s'\d.,]*[-)]?$/.test(bare)) return null;
  const digits = bare.replace(/[^\d.,]/g, '');
  const [point, comma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')];
  if (point < 0 && comma < 0) return 'fixed';
  if (point >= 0 && comma >= 0) return point > comma ? 'point' : 'comma';
  const at = Math.max(point, comma);
  if (digits.indexOf(digits[at] ?? '') !== at) return point >= 0 ? 'comma' : 'point';
  // One mark before exactly three digits: thousands, or a currency of three decimals.
  if (digits.length - at === 4 && at >= 1 && at <= 3 && digits[0] !== '0') return 'either';
  return point >= 0 ? 'point' : 'comma';
}

/** "USD 5" and "5 usd" are 5 when the currency is USD; "5.00-" is "-5.00". */
function withoutCode(text: string, currency: string): string {
  const bare = text.replace(new RegExp(String.raw`^${currency}\s*|\s*${currency}$`, 'gi'), '');
  return bare.replace(/^(\d[\d.,' ]*)-$/, '-$1');
}

function swapped(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}

function fault(text: string, bare: string, as: { style: DecimalStyle; currency: string }): Fault {
  const { style, currency } = as;
  const decimals = decimalsOf(currency);
  if (bare.replace(/\D/g, '').length > 15) return tooLarge(text);
  const example = decimals === 0 ? '1250' : `1250${style === 'comma' ? ',' : '.'}${'0'.repeat(decimals)}`;
  const mark = style === 'comma' ? ',' : String.raw`\.`;
  if (new RegExp(String.raw`^[-+(]?\p{Sc}?\s*[\d.,' ]*${mark}\d{${decimals + 1},}\)?$`, 'u').test(bare))
    return {
      problem:
        decimals === 0
          ? `"${text}" has decimals, and ${currency} has none.`
          : `"${text}" has more than the ${decimals} decimals of ${currency}.`,
      hint: `Write it like ${example}. Nothing is rounded.`,
    };
  const code = /^([A-Za-z]{3})\s*\d|\d\s*([A-Za-z]{3})$/.exec(text);
  if (code)
    return {
      problem: `"${text}" is not in ${currency}, the currency of this row.`,
      hint: `Put the currency in a column of its own, or write the amount like ${example}.`,
    };
  return { problem: `"${text}" is not an amount.`, hint: `Write it like ${example}.` };
}

function tooLarge(text: string): Fault {
  return {
    problem: `"${text}" is larger than one document can carry.`,
    hint: 'The most is 900 billion in a currency with two decimals.',
  };
}
