import { expect, test } from 'vitest';
import { saveImport } from '@/db/commands/import-save';
import { createWorld, day } from '../../world';
import { book, importFile, undo } from './importing';

const bytes = (text: string) => new TextEncoder().encode(text);
const HEADER = 'Wer,Nr,Tag,Soll\n';
const COLUMNS = { customerName: 0, number: 1, invoiceDate: 2, amount: 3 };

test('a file with the columns of one that was booked is read as that one was, its days as it writes them itself', async () => {
  const w = await createWorld();
  const bring = (file: string, kind: 'invoices' | 'opening-balances' = 'invoices') =>
    w.write((tx) => saveImport(tx, w.admin, { kind, bytes: bytes(file), fileName: 'a.csv' }));
  const first = `${HEADER}Acme,1,3/4/2026,"1,00"\n`;
  expect((await bring(first)).mapping.columns).not.toEqual(COLUMNS);
  await importFile(w.admin, 'invoices', first, { mapping: { columns: COLUMNS, dateOrder: 'dmy' } });
  const next = await bring(`${HEADER}Acme,2,3/4/2026,"2,00"\n`);
  expect(next.mapping).toMatchObject({ columns: COLUMNS, dateOrder: 'dmy', decimal: 'comma' });
  await book(w.admin, next.importId);
  expect(await w.openAt('2026-04-03')).toEqual({ 1: 100, 2: 200 });
  expect((await bring(`${HEADER}Acme,3,4/13/2026,"2.00"\n`)).mapping).toMatchObject({
    columns: COLUMNS,
    dateOrder: 'mdy',
    decimal: 'point',
  });
  // Another kind, other columns, and a file that was never booked say nothing.
  expect((await bring(first, 'opening-balances')).mapping.columns).not.toEqual(COLUMNS);
  expect((await bring(`Wer,Nr,Tag,Haben\nAcme,1,3/4/2026,1\n`)).mapping.columns).not.toEqual(COLUMNS);
});

test('how a file was read whose import was undone is not remembered, but how the one before it was', async () => {
  const w = await createWorld();
  const columnsOf = async (file: string) => {
    const saving = { kind: 'invoices', bytes: bytes(file), fileName: 'a.csv' } as const;
    return (await w.write((tx) => saveImport(tx, w.admin, saving))).mapping.columns;
  };
  const bring = (number: number, columns: typeof COLUMNS) =>
    importFile(w.admin, 'invoices', `${HEADER}Acme,${number},2026-03-04,5\n`, { mapping: { columns } });
  await bring(1, COLUMNS);
  const wrong = { ...COLUMNS, customerName: 1, number: 0 };
  const { importId } = await bring(2, wrong);
  const next = `${HEADER}Acme,3,2026-03-04,5\n`;
  expect(await columnsOf(next)).toEqual(wrong);
  await undo(w.admin, importId);
  expect(await columnsOf(next)).toEqual(COLUMNS);
});

test('the day of balances is asked for each time', async () => {
  const w = await createWorld();
  const file = 'Name,Balance\nAcme,5.00\n';
  await importFile(w.admin, 'opening-balances', file, { mapping: { asOf: day('2025-12-31') } });
  const again = await w.write((tx) =>
    saveImport(tx, w.admin, { kind: 'opening-balances', bytes: bytes(file), fileName: 'b.csv' }),
  );
  expect(again.mapping.asOf).toBeUndefined();
});
