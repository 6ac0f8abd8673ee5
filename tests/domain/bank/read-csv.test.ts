import { expect, test } from 'vitest';
import { missingColumns, readCsv, statementTable } from '@/lib/bank/read-csv';
import { guessMapping } from '@/lib/import/guess-mapping';

const USD = { currency: 'USD' };

function read(text: string, base = USD) {
  const table = statementTable(text, base);
  const mapping = guessMapping('bank', table, base);
  return { ...readCsv(table, mapping, base), missing: missingColumns(mapping) };
}

test('a plain statement: date, description, amount', () => {
  const { lines, problems } = read(
    'Date,Description,Amount\n02/10/2026,"ACH CREDIT ACME TOOLS, INV-01042","1,250.50"\n02/13/2026,MONTHLY FEE,-12.00\n',
  );
  expect(problems).toEqual([]);
  expect(lines.map((line) => [line.position, line.bookedOn, line.amountMinor, line.text])).toEqual([
    [2, '2026-02-10', 125_050, 'ACH CREDIT ACME TOOLS, INV-01042'],
    [3, '2026-02-13', -1_200, 'MONTHLY FEE'],
  ]);
});

test('money in and money out in columns of their own, below what the bank says about the account', () => {
  const { lines } = read(
    'Account;000123\nPeriod;01.02.2026 - 28.02.2026\n\nBuchungstag;Valuta;Auftraggeber;IBAN;Verwendungszweck;Soll;Haben;Währung\n' +
      '10.02.2026;11.02.2026;Müller GmbH;DE02120300000000202051;RG 1042;;1.250,50;EUR\n11.02.2026;11.02.2026;Bank;;Gebühr;12,00;;EUR\n;;;;Endsaldo;;;\n',
    { currency: 'EUR' },
  );
  expect(lines).toEqual([
    {
      position: 5,
      bookedOn: '2026-02-10',
      valueOn: '2026-02-11',
      currency: 'EUR',
      amountMinor: 125_050,
      payerName: 'Müller GmbH',
      payerAccount: 'DE02120300000000202051',
      text: 'RG 1042',
      bankId: '',
    },
    expect.objectContaining({ position: 6, amountMinor: -1_200 }),
  ]);
});

test('a column that says debit or credit gives the sign', () => {
  const { lines } = read('Date,Direction,Amount\n2026-02-10,CRDT,5.00\n2026-02-11,DBIT,7.00\n');
  expect(lines.map((line) => line.amountMinor)).toEqual([500, -700]);
});

test('a row that cannot be read is named with what would be accepted', () => {
  const { lines, problems } = read('Date,Description,Amount\n2026-02-30,A,5.00\n2026-02-11,B,7.00\n');
  expect(lines).toHaveLength(1);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ position: 2 });
  expect(problems[0]?.problem).toMatch(/^Row 2, Date: "2026-02-30" is not a day of the calendar\./);
});

test('a table without a day or an amount says what is missing', () => {
  expect(read('Who,What\nA,B\n').missing).toEqual(['booked on', 'amount or money in']);
});
