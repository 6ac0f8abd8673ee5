import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { forgetPayer } from '@/db/commands/forget-payer';
import { removeStatement } from '@/db/commands/remove-statement';
import { ignoreLine } from '@/db/commands/set-line-aside';
import { bankDesk } from '@/db/queries/bank-lines';
import { statementHead, statementList } from '@/db/queries/bank-statements';
import { payerList } from '@/db/queries/payer-aliases';
import { readDeskFilters } from '@/lib/bank/desk-filters';
import { refusalOf } from '../../world';
import { createDesk } from './desk';

const filtersOf = (params: Record<string, string>) => readDeskFilters(params).filters;

test('the desk counts and sums what waits, what was booked, set aside and seen before', async () => {
  const { acceptAll, admin, invoice, lines, read, take, write } = await createDesk();
  const { number } = await invoice(50_000, '2026-02-01');
  const first = await take([{ text: 'old', amount: 900 }]);
  const { statementId } = await take(
    [
      { text: 'old', amount: 900 },
      { payer: 'Acme', text: number, amount: 50_000 },
      { payer: 'Somebody', text: 'who knows', amount: 1_100 },
      { text: 'Fee', amount: -300 },
      { text: 'Own transfer', amount: 70_000 },
    ],
    'march.csv',
  );
  const desk = (params: Record<string, string> = {}) =>
    read((tx) => bankDesk(tx, statementId, filtersOf(params)));
  expect((await desk()).counts).toEqual({
    open: 4,
    exact: 1,
    likely: 0,
    choose: 3,
    booked: 0,
    aside: 1,
    all: 5,
  });
  await acceptAll(statementId);
  const own = (await lines(statementId))[4]?.id ?? '';
  await write((tx) => ignoreLine(tx, admin, { lineId: own, reason: 'Own transfer', batchId: randomUUID() }));
  const { counts, totals, rows } = await desk({ show: 'all' });
  expect(counts).toEqual({ open: 2, exact: 0, likely: 0, choose: 2, booked: 1, aside: 2, all: 5 });
  expect(totals).toEqual([
    {
      currency: 'USD',
      inMinor: 122_000,
      bookedMinor: 50_000,
      asideMinor: 70_000,
      repeatedMinor: 900,
      leftMinor: 1_100,
      outMinor: -300,
    },
  ]);
  expect(
    rows.map(({ decisions, repeats }) => [decisions.map(({ kind }) => kind), repeats?.fileName]),
  ).toEqual([
    [[], 'bank.csv'],
    [['payment'], undefined],
    [[], undefined],
    [[], undefined],
    [['ignored'], undefined],
  ]);
  expect((await desk({ q: 'WHO knows' })).rows).toHaveLength(1);
  expect((await desk({ show: 'booked' })).rows[0]?.decisions[0]).toMatchObject({
    customer: 'Acme',
    isReversed: false,
  });
  const list = await read(statementList);
  expect(list.map(({ fileName, lineCount, openCount }) => [fileName, lineCount, openCount])).toEqual([
    ['march.csv', 5, 2],
    ['bank.csv', 1, 1],
  ]);
  expect(await read((tx) => statementHead(tx, statementId))).toMatchObject({ isUntouched: false });
  expect(await read((tx) => statementHead(tx, first.statementId))).toMatchObject({ isUntouched: true });
});

test('a statement goes while nothing was dealt with, and its lines are new where they are said again', async () => {
  const { acceptAll, admin, invoice, lines, take, write } = await createDesk();
  await invoice(50_000, '2026-02-01');
  const first = await take([{ payer: 'Acme', amount: 50_000 }]);
  const again = await take([{ payer: 'Acme', amount: 50_000 }]);
  const remove = (id: string) => write((tx) => removeStatement(tx, admin, id));
  expect(await remove(first.statementId)).toEqual({ fileName: 'bank.csv' });
  expect(await lines(again.statementId)).toMatchObject([{ repeats: null }]);
  expect(await refusalOf(remove(first.statementId))).toBe('not_found');
  const third = await take([{ payer: 'Acme', amount: 50_000, on: '2026-03-12' }]);
  await acceptAll(third.statementId);
  expect(await refusalOf(remove(third.statementId))).toBe('already_posted');
});

test('a payer that was learned is listed, and forgotten for ever', async () => {
  const { acceptAll, admin, invoice, read, take, write } = await createDesk();
  const { number } = await invoice(50_000, '2026-02-01');
  const { statementId } = await take([{ payer: 'Pay Service', amount: 50_000, text: number }]);
  await acceptAll(statementId);
  const [payer] = await read(payerList);
  expect(payer).toMatchObject({ kind: 'name', shown: 'Pay Service', customer: 'Acme' });
  const forget = () => write((tx) => forgetPayer(tx, admin, payer?.id ?? ''));
  expect(await forget()).toEqual({ payer: 'Pay Service' });
  expect(await read(payerList)).toEqual([]);
  expect(await refusalOf(forget())).toBe('not_found');
});

test('the pages of a desk are its lines in their order, and none is passed over when lines before them were dealt with', async () => {
  const { admin, lines, read, take, write } = await createDesk();
  const { statementId } = await take(
    Array.from({ length: 203 }, (_, i) => ({ text: `Somebody ${i}`, amount: 100 + i })),
  );
  const desk = (after: number | null) =>
    read((tx) => bankDesk(tx, statementId, { show: 'open', q: '', after }));
  const first = await desk(null);
  const own = (await lines(statementId))[0]?.id ?? '';
  await write((tx) => ignoreLine(tx, admin, { lineId: own, reason: 'Own transfer', batchId: randomUUID() }));
  const second = await desk(first.next);
  const third = await desk(second.next);
  const ordinals = [...first.rows, ...second.rows, ...third.rows].map(({ ordinal }) => ordinal);
  expect(ordinals).toEqual(Array.from({ length: 203 }, (_, i) => i + 1));
  expect([first.rows.length, first.next, third.next]).toEqual([100, 100, null]);
  expect(second.total).toBe(202);
  expect(filtersOf({ after: '100' }).after).toBe(100);
  expect(readDeskFilters({ after: 'x' }).dropped).toEqual(['after']);
});
