import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CURRENCIES, decimalsOf } from '@/lib/domain/currencies';
import {
  inBase,
  parseQuote,
  parseRate,
  quoteOf,
  type Rate,
  rateOf,
  realisedGain,
  type Settlement,
  settledInBase,
  toBase,
  unrealisedGain,
} from '@/lib/domain/exchange';
import { MAX_DOCUMENT_MINOR, type Minor, scale, sumOf, toMinor } from '@/lib/domain/money';
import { GOLDEN } from './golden';
import { holds } from './holds';

const rate = (text: string) => parseRate(text) as Rate;
const quote = (text: string) => parseQuote(text, 'EUR', 'USD') as Rate;
const usd = (amount: number, at: Rate) => toBase(toMinor(amount), at, 'EUR', 'USD');

test('nothing arrived, or nothing was paid: no rate', () => {
  expect(rateOf(toMinor(0), 'EUR', toMinor(1), 'USD')).toBeNull();
  expect(rateOf(toMinor(1), 'EUR', toMinor(0), 'USD')).toBeNull();
  expect(usd(40_000, rateOf(toMinor(40_000), 'EUR', toMinor(36_364), 'USD') as Rate)).toBe(36_364);
});

const amounts = fc.integer({ min: 1, max: 1_000_000_000_000 }).map(toMinor);
const currencies = fc.constantFrom(...CURRENCIES);
holds(
  'what arrived in the base currency gives a rate that gives it back, in any two currencies',
  [amounts, currencies, amounts, currencies],
  (amount, currency, arrived, base) =>
    toBase(amount, rateOf(amount, currency, arrived, base) as Rate, currency, base) === arrived,
);

describe('a rate', () => {
  test.each([
    ['1.0842', '1.0842'],
    ['007.500', '7.5'],
    ['0.000000000001', '0.000000000001'],
    ['85', '85'],
  ])('%s is kept as %s', (text, kept) => {
    expect(parseRate(text)).toBe(kept);
  });

  test.each(['', '0', '0.00', '-1', '1,2', '1e3', '.5', '1.', '1.0000000000001', '1234567890123', 'NaN'])(
    '"%s" is refused, never guessed',
    (text) => {
      expect(parseRate(text)).toBeNull();
      expect(parseQuote(text, 'EUR', 'USD')).toBeNull();
    },
  );

  test('a quote reads in either direction, and names the two currencies or none', () => {
    expect(quote('1 USD = 1.25 EUR')).toBe('0.8');
    expect(quote('1.25')).toBe('0.8');
    expect(quote('1 EUR = 0.8 USD')).toBe('0.8');
    expect(quote('1 USD = 1.25 GBP')).toBeNull();
    expect(quote('2 USD = 2.50 EUR')).toBeNull();
    expect(quote('1 USD = 0 EUR')).toBeNull();
  });

  test('what was given as a quote is shown as one again', () => {
    expect(quoteOf(quote('1 USD = 1.20 EUR'))).toBe('1.2');
    expect(quoteOf(quote('149.37'))).toBe('149.37');
    expect(quoteOf(rate('0.8333'))).toBeNull();
  });
});

describe('an amount in the base currency', () => {
  test('400 EUR at 1.20 EUR a dollar is 333.33, at 1.10 it is 363.64: settled, a gain of 30.31', () => {
    const [debit, credit] = [usd(40_000, quote('1.20')), usd(40_000, quote('1.10'))];
    expect([debit, credit]).toEqual([33_333, 36_364]);
    expect(realisedGain(debit as Minor, credit as Minor)).toBe(3_031);
  });

  test('EUR 100 at 85 settled by EUR 100 at 80 is a loss of 500', () => {
    const inr = (at: string) => toBase(toMinor(10_000), rate(at), 'EUR', 'INR') as Minor;
    expect(realisedGain(inr('85'), inr('80'))).toBe(-50_000);
  });

  test('the worked example: revalued, settled, and settled in part', () => {
    const { invoice, monthEnd, settle, partial } = GOLDEN.fx;
    const gain = (open: number, at: string) =>
      unrealisedGain(
        toMinor(open),
        { own: rate(invoice.rate), closing: rate(at) },
        { currency: 'EUR', base: 'USD' },
      );
    expect(usd(invoice.amount, rate(invoice.rate))).toBe(invoice.base);
    expect(gain(invoice.amount, monthEnd.rate)).toBe(monthEnd.unrealised);
    expect(usd(invoice.amount, rate(settle.rate))).toBe(settle.base);
    expect(realisedGain(toMinor(invoice.base), toMinor(settle.base))).toBe(settle.realised);
    expect(gain(partial.settled, partial.rate)).toBe(partial.realised);
    expect(gain(partial.open, partial.at)).toBe(partial.unrealised);
  });

  test('currencies without decimals, and with three, keep their own', () => {
    expect(toBase(toMinor(1_000), rate('0.0067'), 'JPY', 'USD')).toBe(670);
    expect(toBase(toMinor(1_000), rate('149.5'), 'USD', 'JPY')).toBe(1_495);
    expect(toBase(toMinor(1_005), rate('0.5'), 'USD', 'JPY')).toBe(5);
    expect(toBase(toMinor(1_234), rate('3.25'), 'KWD', 'USD')).toBe(401);
  });

  test('without a rate there is no amount, and never one at 1; nothing open is nothing', () => {
    expect(inBase(toMinor(500), null, 'EUR', 'USD')).toBeNull();
    expect(inBase(toMinor(500), null, 'USD', 'USD')).toBe(500);
    expect(inBase(toMinor(0), null, 'EUR', 'USD')).toBe(0);
    expect(
      unrealisedGain(toMinor(1), { own: null, closing: rate('2') }, { currency: 'EUR', base: 'USD' }),
    ).toBeNull();
    expect(toBase(MAX_DOCUMENT_MINOR, rate('999999999999'), 'EUR', 'USD')).toBeNull();
  });

  const anyCurrency = fc.constantFrom(...CURRENCIES);
  const anyAmount = fc.integer({ min: -MAX_DOCUMENT_MINOR, max: MAX_DOCUMENT_MINOR }).map(toMinor);
  const anyDecimal = fc
    .tuple(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 0, max: 9 }))
    .map(([digits, decimals]) => {
      const text = String(digits).padStart(decimals + 1, '0');
      return decimals ? `${text.slice(0, -decimals)}.${text.slice(-decimals)}` : text;
    });

  holds(
    'at an inverse rate is the amount divided by the quote, rounded once, whatever the quote',
    [anyAmount, anyDecimal, anyCurrency, anyCurrency],
    (amount, text, currency, base) => {
      const value = toBase(amount, parseQuote(text, currency, base) as Rate, currency, base);
      const [whole = '', fraction = ''] = text.split('.');
      const up = 10n ** BigInt(fraction.length + decimalsOf(base));
      const down = BigInt(whole + fraction) * 10n ** BigInt(decimalsOf(currency));
      return value === null || value === scale(amount, up, down);
    },
  );

  holds(
    'has the sign of the amount, the same size for a debit as for a credit, and grows with it',
    [anyAmount, anyAmount, anyDecimal, anyCurrency, anyCurrency],
    (a, b, text, currency, base) => {
      const value = (amount: Minor) => toBase(amount, rate(text), currency, base);
      const [x, y, mirrored] = [value(a), value(b), value(toMinor(-a))];
      if (x === null || y === null || mirrored === null) return true;
      return x + mirrored === 0 && Math.sign(x) * Math.sign(a) >= 0 && (a <= b ? x <= y : x >= y);
    },
  );

  holds('a quote survives being kept and shown', [anyDecimal], (text) =>
    [null, parseRate(text)].includes(quoteOf(quote(text)) as Rate | null),
  );
});

describe('an item that is settled in parts', () => {
  const anySteps = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.boolean()), { maxLength: 12 });

  holds(
    'is worth what the whole is worth once nothing is open, however often parts were taken back',
    [fc.integer({ min: 1, max: 900 }), anySteps, fc.constantFrom('0.3333', '1.005', '85', '0.0067')],
    (amount, steps, text) => {
      const at = (part: Minor) => toBase(part, rate(text), 'EUR', 'USD');
      const item = { amountMinor: toMinor(amount), baseMinor: at(toMinor(amount)) as Minor };
      const { settlements, live } = play(amount, steps);
      const values = settledInBase(item, settlements, at);
      const total = sumOf(values.values());
      return values.size === settlements.length && (live !== amount || total === item.baseMinor);
    },
  );

  test('taking a part back takes back what it was worth', () => {
    const thirds = [1, 2, 3].map((n) => ({ id: `${n}`, amountMinor: toMinor(100), undoes: null }));
    const again = [
      { id: '4', amountMinor: toMinor(-100), undoes: '3' },
      { id: '5', amountMinor: toMinor(100), undoes: null },
    ];
    const at = (part: Minor) => toBase(part, rate('0.3333'), 'EUR', 'USD');
    const item = { amountMinor: toMinor(300), baseMinor: toMinor(100) };
    const values = settledInBase(item, [...thirds, ...again], at);
    expect([...values.values()]).toEqual([33, 33, 34, -34, 34]);
  });
});

/** Settlements and undoings that leave between nothing and all of an amount taken. */
function play(amount: number, steps: readonly (readonly [number, boolean])[]) {
  const settlements: Settlement[] = [];
  const standing: Settlement[] = [];
  let live = 0;
  for (const [size, takesBack] of [...steps, [amount, false] as const]) {
    const last = takesBack ? standing.pop() : undefined;
    const part = last ? -last.amountMinor : Math.min(size, amount - live);
    if (part === 0) continue;
    const step = { id: `${settlements.length}`, amountMinor: toMinor(part), undoes: last?.id ?? null };
    if (!last) standing.push(step);
    settlements.push(step);
    live += part;
  }
  return { settlements, live };
}
