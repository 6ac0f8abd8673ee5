import { decimalsOf } from './domain/currencies';
import { type Minor, parseAmount, toMinor } from './domain/money';

/** An exact fraction: no sum of decimals ever passes through a float. */
interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

const LONGEST_SUM = 100;
const TOKEN = /\s*(?:(\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)|([-+*/()×÷−]))/y;

/**
 * Reads what a person typed into a money field: an amount in any form that `parseAmount` knows, or a sum after "="
 * ("=1200*1.2", "=(80+45.5)/2"), rounded half away from zero. Null when it is neither, or too large.
 */
export function parseMoneyText(text: string, currency: string): Minor | null {
  const trimmed = text.trim();
  if (!trimmed.startsWith('=')) return parseAmount(trimmed, currency);
  const tokens = tokensOf(trimmed.slice(1));
  const ratio = tokens && new Sum(tokens).value();
  return ratio && roundedMinor(ratio, currency);
}

function tokensOf(sum: string): string[] | null {
  if (sum.length > LONGEST_SUM) return null;
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < sum.trimEnd().length) {
    const match = TOKEN.exec(sum);
    if (!match) return null;
    tokens.push(match[1]?.replaceAll(',', '') ?? match[2] ?? '');
  }
  return tokens;
}

/** Reads tokens by the usual precedence: parentheses, signs, products, sums. Null as soon as they make no sense. */
class Sum {
  private at = 0;
  constructor(private readonly tokens: readonly string[]) {}

  value(): Ratio | null {
    const total = this.terms();
    return this.at === this.tokens.length ? total : null;
  }

  private terms(): Ratio | null {
    let total = this.factors();
    for (let sign = this.take('+-−'); sign; sign = this.take('+-−')) {
      const next = this.factors();
      if (!total || !next) return null;
      const n = sign === '+' ? total.n * next.d + next.n * total.d : total.n * next.d - next.n * total.d;
      total = { n, d: total.d * next.d };
    }
    return total;
  }

  private factors(): Ratio | null {
    let product = this.factor();
    for (let sign = this.take('*/×÷'); sign; sign = this.take('*/×÷')) {
      const next = this.factor();
      if (!product || !next) return null;
      const isDivision = sign === '/' || sign === '÷';
      if (isDivision && next.n === 0n) return null;
      product = isDivision
        ? { n: product.n * next.d, d: product.d * next.n }
        : { n: product.n * next.n, d: product.d * next.d };
    }
    return product;
  }

  private factor(): Ratio | null {
    const sign = this.take('+-−');
    if (sign) {
      const signed = this.factor();
      return signed && (sign === '+' ? signed : { n: -signed.n, d: signed.d });
    }
    if (this.take('(')) {
      const inner = this.terms();
      return this.take(')') ? inner : null;
    }
    const digits = /^[\d.]+$/.exec(this.tokens[this.at] ?? '')?.[0];
    if (digits === undefined) return null;
    this.at += 1;
    const [whole = '', fraction = ''] = digits.split('.');
    return { n: BigInt(whole + fraction), d: 10n ** BigInt(fraction.length) };
  }

  /** The next token when it is one of `choices`, and moves past it. */
  private take(choices: string): string | undefined {
    const token = this.tokens[this.at];
    if (token === undefined || !choices.includes(token)) return undefined;
    this.at += 1;
    return token;
  }
}

function roundedMinor({ n, d }: Ratio, currency: string): Minor | null {
  const scaled = n * 10n ** BigInt(decimalsOf(currency));
  const isNegative = scaled < 0n !== d < 0n;
  const [p, q] = [scaled < 0n ? -scaled : scaled, d < 0n ? -d : d];
  const rounded = (2n * p + q) / (2n * q);
  if (rounded > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return toMinor(isNegative ? -rounded : rounded);
}
