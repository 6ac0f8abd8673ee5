import { expect, test } from 'vitest';
import { recordExchangeRates } from '@/db/commands/record-exchange-rates';
import { reverseDocument } from '@/db/commands/reverse-document';
import { undoAllocation } from '@/db/commands/undo-allocations';
import { baseTotal } from '@/db/queries/base-total';
import { exchangeDifferences } from '@/db/queries/exchange-differences';
import { openItemRows } from '@/db/queries/open-items';
import { unrealisedDifferences } from '@/db/queries/unrealised-differences';
import { parseQuote, parseRate, type Rate, unrealisedGain } from '@/lib/domain/exchange';
import { sumOf, toMinor } from '@/lib/domain/money';
import { GOLDEN } from '../domain/golden';
import { createWorld, day } from '../world';
import type { World } from './report-at';

const rate = (text: string) => parseRate(text) as Rate;
const quote = (text: string) => parseQuote(text, 'EUR', 'USD') as Rate;

function enter(w: World, currency: string, on: string, at: string) {
  const rates = [{ currency, rateOn: day(on), rateToBase: rate(at), source: 'ECB' }];
  return w.write((tx) => recordExchangeRates(tx, w.admin, rates));
}

function differences(w: World, from: string, to: string) {
  const filter = { from: day(from), to: day(to) };
  return w.read((tx) => exchangeDifferences(tx, w.org.currency, filter, { knownAt: null }));
}

async function gains(w: World, from = '2026-01-01', to = '2026-12-31') {
  return (await differences(w, from, to)).map((each) => each.gainMinor);
}

function unrealised(w: World, asOf: string) {
  return w.read((tx) => unrealisedDifferences(tx, w.org.currency, { asOf: day(asOf), knownAt: null }));
}

test('400 EUR invoiced at 1.20 EUR a dollar and paid at 1.10 is a gain of 30.31', async () => {
  const w = await createWorld();
  await enterQuote(w, '2026-06-15', '1 USD = 1.20 EUR');
  await w.invoice(40_000, '2026-06-15', { currency: 'EUR' });
  await w.pay(40_000, '2026-06-16', { currency: 'EUR', rate: quote('1 USD = 1.10 EUR') });
  expect(await gains(w)).toEqual([3_031]);
  expect(await differences(w, '2026-06-16', '2026-06-16')).toMatchObject([
    { debitBaseMinor: 33_333, creditBaseMinor: 36_364, amountMinor: 40_000, currency: 'EUR' },
  ]);
  expect(await gains(w, '2026-06-17')).toEqual([]);
});

function enterQuote(w: World, on: string, text: string) {
  const rates = [{ currency: 'EUR', rateOn: day(on), rateToBase: quote(text), source: 'Bank' }];
  return w.write((tx) => recordExchangeRates(tx, w.admin, rates));
}

test('the worked example: revalued at the month end, then settled in part', async () => {
  const { invoice, monthEnd, partial } = GOLDEN.fx;
  const w = await createWorld();
  await enter(w, 'EUR', '2026-01-10', invoice.rate);
  await w.invoice(invoice.amount, '2026-01-10', { currency: 'EUR' });
  await enter(w, 'EUR', '2026-01-31', monthEnd.rate);
  expect(await unrealised(w, '2026-01-31')).toMatchObject([
    { currency: 'EUR', openMinor: invoice.amount, gainMinor: monthEnd.unrealised },
  ]);
  await w.pay(partial.settled, '2026-02-05', { currency: 'EUR', rate: rate(partial.rate) });
  expect(await gains(w)).toEqual([partial.realised]);
  expect(await unrealised(w, '2026-02-05')).toMatchObject([
    { openMinor: partial.open, gainMinor: partial.unrealised },
  ]);
  expect(await unrealised(w, '2026-01-31')).toMatchObject([{ gainMinor: monthEnd.unrealised }]);
});

test('a difference counts only what was applied; what is left of the receipt keeps its own rate', async () => {
  const w = await createWorld({ currency: 'INR' });
  await enter(w, 'EUR', '2026-06-15', '85');
  await w.invoice(10_000, '2026-06-15', { currency: 'EUR' });
  await w.pay(20_000, '2026-06-15', { currency: 'EUR', rate: rate('80') });
  expect(await gains(w)).toEqual([-50_000]);
});

test('parts add up to the whole to the cent, on both sides', async () => {
  const w = await createWorld();
  await enter(w, 'EUR', '2026-01-01', '0.3333');
  await w.invoice(300, '2026-01-01', { currency: 'EUR' });
  for (const _ of [1, 2, 3]) await w.pay(100, '2026-01-02', { currency: 'EUR', rate: rate('0.5') });
  const parts = await differences(w, '2026-01-01', '2026-01-31');
  expect(parts.map((each) => each.debitBaseMinor)).toEqual([33, 33, 34]);
  expect(parts.map((each) => each.gainMinor)).toEqual([17, 17, 16]);
});

test('what is taken back takes its difference back, and a bounced payment leaves none', async () => {
  const w = await createWorld();
  await enter(w, 'EUR', '2026-01-01', '1.1');
  await w.invoice(1_000, '2026-01-01', { currency: 'EUR' });
  const paid = await w.pay(600, '2026-01-02', { currency: 'EUR', rate: rate('1.2') });
  const [allocationId = ''] = paid.allocationIds;
  await w.write((tx) => undoAllocation(tx, w.admin, { allocationId, on: day('2026-02-01') }));
  expect(await gains(w)).toEqual([60, -60]);
  expect(await gains(w, '2026-02-01')).toEqual([-60]);
  const again = await w.pay(400, '2026-01-03', { currency: 'EUR', rate: rate('1.3') });
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: again.documentId,
      kind: 'payment',
      on: day('2026-03-01'),
      reason: 'Bounced',
      source: 'staff',
    }),
  );
  expect(sumOf((await gains(w)).map((gain) => gain ?? toMinor(Number.NaN)))).toBe(0);
});

test('without a rate on either side there is no difference, and no guess', async () => {
  const w = await createWorld();
  await w.invoice(1_000, '2026-01-01', { currency: 'EUR' });
  await w.pay(400, '2026-01-02', { currency: 'EUR', rate: rate('1.2') });
  await w.invoice(500, '2026-01-01');
  await w.pay(500, '2026-01-02');
  expect(await gains(w)).toEqual([null]);
  expect(await unrealised(w, '2026-01-31')).toEqual([
    {
      currency: 'EUR',
      openMinor: 600,
      closing: null,
      gainMinor: null,
      withoutRate: { count: 1, openMinor: 600 },
    },
  ]);
});

test('the database and the pure function agree on every unrealised gain, item by item', async () => {
  const w = await createWorld({ currency: 'JPY' });
  const closing = '163.47';
  for (const [i, at] of ['160.1', '161.005', '159.999999', '158.5'].entries()) {
    await enter(w, 'EUR', `2026-01-0${i + 1}`, at);
    await w.invoice(1_050 + 37 * i, `2026-01-0${i + 1}`, { currency: 'EUR', number: `E${i}` });
  }
  await w.pay(333, '2026-01-05', { currency: 'EUR', apply: 'none' });
  await enter(w, 'EUR', '2026-01-31', closing);
  const moment = { asOf: day('2026-01-31'), knownAt: null };
  const rows = await w.read((tx) => openItemRows(tx, moment, { basis: 'due', bounds: [0] }, {}));
  const own = ['160.1', '161.005', '159.999999', '158.5', '158.5'];
  const sum = rows.map((row, i) =>
    unrealisedGain(
      row.openMinor,
      { own: rate(own[i] ?? ''), closing: rate(closing) },
      { currency: 'EUR', base: 'JPY' },
    ),
  );
  expect(await unrealised(w, '2026-01-31')).toMatchObject([{ gainMinor: sumOf(sum.map((each) => each!)) }]);
});

test('a total in the base currency shows each rate, and leaves out what has none', async () => {
  const w = await createWorld();
  await enter(w, 'EUR', '2026-01-10', '1.25');
  const amounts = [
    { currency: 'USD', amountMinor: toMinor(1_000) },
    { currency: 'EUR', amountMinor: toMinor(-201) },
    { currency: 'GBP', amountMinor: toMinor(700) },
  ];
  const at = (asOf: string) =>
    w.read((tx) => baseTotal(tx, 'USD', { asOf: day(asOf), knownAt: null }, amounts));
  expect(await at('2026-01-31')).toEqual({
    asOf: '2026-01-31',
    totalMinor: 749,
    parts: [
      { currency: 'USD', amountMinor: 1_000, baseMinor: 1_000, rate: null },
      {
        currency: 'EUR',
        amountMinor: -201,
        baseMinor: -251,
        rate: { rateToBase: '1.25', rateOn: '2026-01-10', rateSource: 'ECB' },
      },
    ],
    withoutRate: [{ currency: 'GBP', amountMinor: 700 }],
  });
  expect((await at('2026-01-09')).totalMinor).toBe(1_000);
});

test('another organization has no part in it', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  await enter(w, 'EUR', '2026-01-01', '1.1');
  await w.invoice(1_000, '2026-01-01', { currency: 'EUR' });
  await w.pay(600, '2026-01-02', { currency: 'EUR', rate: rate('1.2') });
  expect(await gains(other)).toEqual([]);
  expect(await unrealised(other, '2026-01-31')).toEqual([]);
});
