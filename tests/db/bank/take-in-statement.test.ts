import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { nameStatementColumns, takeInStatement } from '@/db/commands/take-in-statement';
import { owner, refusalOf } from '../../world';
import { createDesk } from './desk';

test('a line that came before is recognised: by all that it says, or by the number of the bank', async () => {
  const { acceptAll, invoice, lines, openAt, take } = await createDesk();
  await invoice(50_000, '2026-02-01');
  const first = await take([
    { payer: 'Acme', amount: 50_000 },
    { text: 'twice', amount: 100 },
    { text: 'twice', amount: 100 },
    { text: 'as it was', amount: 700, id: 'B-9' },
  ]);
  await acceptAll(first.statementId);
  const again = await take([
    { text: 'new', amount: 200 },
    { payer: 'ACME', amount: 50_000 },
    { text: 'Twice', amount: 100 },
    { text: 'twice', amount: 100 },
    { text: 'twice', amount: 100 },
    { text: 'told in other words', amount: 700, id: 'B-9' },
    { text: 'another day', amount: 700, id: 'B-9', on: '2026-03-11' },
  ]);
  const repeats = (await lines(again.statementId)).map((line) => line.repeats !== null);
  expect(repeats).toEqual([false, true, true, true, false, true, false]);
  expect(await acceptAll(again.statementId)).toMatchObject({ bookedCount: 0 });
  expect(await openAt('2026-03-10')).toEqual({});
});

test('columns that nobody knows are asked for once, and remembered', async () => {
  const { admin, lines, write } = await createDesk();
  const bring = (text: string) =>
    write((tx) =>
      takeInStatement(tx, admin, { fileName: 'C:\\bank\\x.csv', bytes: new TextEncoder().encode(text) }),
    );
  const { statementId } = await bring('Wann,Wer,Viel\nfoo,Acme,bar\n2026-03-10,Acme,5.00\n');
  expect(await lines(statementId)).toEqual([]);
  const mapping = {
    columns: { bookedOn: 0, payer: 1, amount: 2 },
    dateOrder: 'dmy',
    decimal: 'point',
    createCustomers: false,
    apply: 'none',
  } as const;
  const name = (columns: object) =>
    write((tx) => nameStatementColumns(tx, admin, { statementId, mapping: { ...mapping, columns } }));
  expect(await refusalOf(name({ payer: 1 }))).toBe('invalid');
  await name(mapping.columns);
  expect(await lines(statementId)).toMatchObject([{ amount: 500 }]);
  const [row] = await owner`select problems, file_name from bank_statements where id = ${statementId}`;
  expect(row).toMatchObject({ file_name: 'x.csv', problems: [{ position: 2 }] });
  expect(await refusalOf(name(mapping.columns))).toBe('already_posted');
  const next = await bring('Wann,Wer,Viel\n2026-03-11,Acme,6.00\n');
  expect(await lines(next.statementId)).toMatchObject([{ amount: 600 }]);
});

test('a file that holds nothing leaves nothing behind', async () => {
  const { admin, org, write } = await createDesk();
  const bytes = new TextEncoder().encode('Date,Text,Amount\n2026-03-10,A,none\n');
  expect(await refusalOf(write((tx) => takeInStatement(tx, admin, { fileName: 'a.csv', bytes })))).toBe(
    'invalid',
  );
  expect(await owner`select 1 from bank_statements where org_id = ${org.id}`).toHaveLength(0);
});

test('two customers who owe the same are never told apart by guessing', async () => {
  const { acceptAll, addCustomer, invoice, lines, take } = await createDesk();
  const beta = await addCustomer('Beta');
  await invoice(9_900, '2026-02-01');
  await invoice(9_900, '2026-02-01', { customerId: beta });
  const { statementId } = await take([{ text: `Thanks ${randomUUID()}`, amount: 9_900 }]);
  expect((await lines(statementId))[0]?.proposal?.candidates).toHaveLength(2);
  expect(await acceptAll(statementId)).toMatchObject({ bookedCount: 0 });
});
