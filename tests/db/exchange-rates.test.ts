import { expect, test } from 'vitest';
import { postDocuments } from '@/db/commands/post-documents';
import { postInvoice } from '@/db/commands/post-invoice';
import { type NewExchangeRate, recordExchangeRates } from '@/db/commands/record-exchange-rates';
import { reverseDocument } from '@/db/commands/reverse-document';
import { documentById } from '@/db/queries/documents';
import { exchangeRateList, ratesOn } from '@/db/queries/exchange-rates';
import { parseQuote, parseRate, type Rate } from '@/lib/domain/exchange';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../world';
import { instantAfterNow, type World } from './report-at';

const rate = (text: string) => parseRate(text) as Rate;

function eur(on: string, at: string, source = 'ECB'): NewExchangeRate {
  return { currency: 'EUR', rateOn: day(on), rateToBase: rate(at), source };
}

function record(w: World, ...rates: NewExchangeRate[]) {
  return w.write((tx) => recordExchangeRates(tx, w.admin, rates));
}

async function rateOf(w: World, documentId: string) {
  return (await w.read((tx) => documentById(tx, documentId, { asOf: day('2026-12-31'), knownAt: null })))
    ?.rate;
}

test('a document takes the last rate known on its day, and none when none is known', async () => {
  const w = await createWorld();
  await record(w, eur('2026-01-10', '1.10'), eur('2026-01-20', '1.20'));
  const before = await w.invoice(100, '2026-01-09', { currency: 'EUR' });
  const after = await w.invoice(100, '2026-01-19', { currency: 'EUR' });
  const dollars = await w.invoice(100, '2026-01-19');
  expect(await rateOf(w, before.documentId)).toBeNull();
  expect(await rateOf(w, after.documentId)).toEqual({
    rateToBase: '1.1',
    rateOn: '2026-01-10',
    rateSource: 'ECB',
  });
  expect(await rateOf(w, dollars.documentId)).toBeNull();
});

test('a rate stated on the document wins, an inverse one to the last digit', async () => {
  const w = await createWorld();
  await record(w, eur('2026-01-10', '1.10'));
  const inverse = parseQuote('1 USD = 1.20 EUR', 'EUR', 'USD') as Rate;
  const paid = await w.pay(500, '2026-01-15', { currency: 'EUR', rate: inverse, apply: 'none' });
  expect(await rateOf(w, paid.documentId)).toEqual({
    rateToBase: inverse,
    rateOn: '2026-01-15',
    rateSource: 'Stated on the document',
  });
  expect(inverse).toHaveLength(52);
});

test('a reversal takes back the very amount in the base currency, whatever the rate is by then', async () => {
  const w = await createWorld();
  await record(w, eur('2026-01-10', '1.10'), eur('2026-02-10', '1.30'));
  const paid = await w.pay(500, '2026-01-15', { currency: 'EUR', apply: 'none' });
  const back = await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: paid.documentId,
      kind: 'payment',
      on: day('2026-02-15'),
      reason: 'Bounced',
      source: 'staff',
    }),
  );
  expect((await rateOf(w, back.documentId))?.rateToBase).toBe('1.1');
  const bare = await w.pay(500, '2026-01-05', { currency: 'EUR', apply: 'none' });
  const undone = await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: bare.documentId,
      kind: 'payment',
      on: day('2026-02-15'),
      reason: 'Wrong',
      source: 'staff',
    }),
  );
  expect(await rateOf(w, undone.documentId)).toBeNull();
});

test('a corrected rate holds from then on; documents keep theirs, and what was known then can be asked', async () => {
  const w = await createWorld();
  await record(w, eur('2026-01-10', '1.10'));
  const first = await w.invoice(100, '2026-01-19', { currency: 'EUR' });
  const then = await instantAfterNow();
  await record(w, eur('2026-01-10', '1.11'));
  const second = await w.invoice(100, '2026-01-19', { currency: 'EUR' });
  expect((await rateOf(w, first.documentId))?.rateToBase).toBe('1.1');
  expect((await rateOf(w, second.documentId))?.rateToBase).toBe('1.11');
  const asked = [{ currency: 'EUR', on: day('2026-01-31') }];
  const known = await w.read((tx) => ratesOn(tx, asked, then));
  expect([...known.values()].map((each) => each.rateToBase)).toEqual(['1.1']);
  const rows = await w.read((tx) => exchangeRateList(tx, {}, { limit: 10, offset: 0 }));
  expect(rows.map((row) => [row.rateToBase, row.isSuperseded])).toEqual([
    ['1.11', false],
    ['1.1', true],
  ]);
});

test('the base currency has no rate, one currency and day no two in one call, and nothing is kept of a refused list', async () => {
  const w = await createWorld();
  const dollar = { ...eur('2026-01-10', '1'), currency: 'USD' };
  expect(await refusalOf(record(w, eur('2026-01-09', '1.1'), dollar))).toBe('invalid');
  expect(await refusalOf(record(w, eur('2026-01-10', '1.1'), eur('2026-01-10', '1.2')))).toBe('invalid');
  expect(await refusalOf(w.pay(5, '2026-01-05', { rate: rate('1'), apply: 'none' }))).toBe('invalid');
  const huge = w.pay(90_000_000_000_000, '2026-01-05', {
    currency: 'EUR',
    rate: rate('999999999999'),
    apply: 'none',
  });
  expect(await refusalOf(huge)).toBe('amount_too_large');
  expect(await owner`select 1 from exchange_rates where org_id = ${w.org.id}`).toHaveLength(0);
});

test('a thousand rates are one call and one deed, and another organization sees none of them', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  const many = Array.from({ length: 1_000 }, (_, i) => ({
    ...eur('2026-01-10', `1.${i + 1}`),
    currency: i % 2 ? 'EUR' : 'GBP',
    rateOn: day(
      `2${String(20 + (i % 100)).padStart(3, '0')}-0${1 + (Math.floor(i / 100) % 5)}-1${i < 500 ? 0 : 1}`,
    ),
  }));
  const { rateIds } = await record(w, ...many);
  expect(new Set(rateIds).size).toBe(1_000);
  const deeds =
    await owner`select after from activity where org_id = ${w.org.id} and verb = 'exchange_rates_recorded'`;
  expect(deeds.map((deed) => deed.after)).toEqual([{ count: 1_000, currencies: ['EUR', 'GBP'] }]);
  expect(await other.read((tx) => exchangeRateList(tx, {}, { limit: 10, offset: 0 }))).toEqual([]);
  const foreign = await other.invoice(100, '2100-01-19', { currency: 'EUR' });
  expect(await rateOf(other, foreign.documentId)).toBeNull();
});

test('a customer and a manager record no rates', async () => {
  const w = await createWorld();
  for (const actor of [w.manager, w.customer()])
    await expect(
      w.write((tx) => recordExchangeRates(tx, actor, [eur('2026-01-10', '1.1')]), actor),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
});

test('rates and postings at the same moment: each document has a rate that was recorded before it', async () => {
  const w = await createWorld();
  await record(w, eur('2026-01-01', '1'));
  const work = Array.from({ length: 20 }, (_, i) => [
    record(w, eur('2026-01-01', `1.${i + 10}`)),
    w.invoice(100 + i, '2026-01-19', { currency: 'EUR' }),
  ]).flat();
  await Promise.all(work);
  const wrong = await owner`
    select d.id from documents d where d.org_id = ${w.org.id} and d.rate_to_base is distinct from (
      select r.rate_to_base from exchange_rates r where r.org_id = d.org_id and r.recorded_at < d.recorded_at
      order by r.recorded_at desc limit 1)`;
  expect(wrong).toEqual([]);
});

test('many documents are posted with one look at the rates, each of its own day and currency', async () => {
  const w = await createWorld();
  await record(w, eur('2026-01-10', '1.10'), { ...eur('2026-01-10', '0.0067'), currency: 'JPY' });
  const posting = (currency: string, on: string) => ({
    kind: 'invoice' as const,
    customerId: w.customerId,
    documentDate: day(on),
    currency,
    instalments: [{ dueOn: day(on), amountMinor: toMinor(100) }],
    source: 'staff' as const,
  });
  const posted = await w.write((tx) =>
    postDocuments(tx, w.admin, [
      posting('EUR', '2026-01-10'),
      posting('USD', '2026-01-10'),
      posting('JPY', '2026-01-11'),
      posting('EUR', '2026-01-09'),
    ]),
  );
  const rates = await Promise.all(posted.map(async (each) => (await rateOf(w, each.documentId))?.rateToBase));
  expect(rates).toEqual(['1.1', undefined, '0.0067', undefined]);
  const stated = await w.write((tx) =>
    postInvoice(tx, w.admin, {
      customerId: w.customerId,
      invoiceDate: day('2026-01-12'),
      dueDate: day('2026-01-12'),
      currency: 'JPY',
      lines: [{ description: 'Goods', quantity: '1', unitPriceMinor: toMinor(9), taxPercent: '0' }],
      rate: rate('0.007'),
      source: 'staff',
    }),
  );
  expect((await rateOf(w, stated.documentId))?.rateToBase).toBe('0.007');
});
