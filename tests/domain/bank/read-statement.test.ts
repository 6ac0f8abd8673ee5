import { expect, test } from 'vitest';
import { readStatement } from '@/lib/bank/read-statement';
import { Refusal } from '@/lib/refusal';

const read = (text: string, remembered: Parameters<typeof readStatement>[1]['remembered'] = () => null) =>
  readStatement(new TextEncoder().encode(text), { currency: 'USD', remembered });

test('the format is found out from what the file holds, whatever it is called', () => {
  expect(read('Date,Text,Amount\n2026-02-10,A,5.00\n')).toMatchObject({
    format: 'csv',
    lines: [{ amountMinor: 500 }],
  });
  const ofx =
    'OFXHEADER:100\n<OFX><CURDEF>USD<STMTTRN><DTPOSTED>20260210<TRNAMT>5.00<FITID>1</STMTTRN></OFX>';
  expect(read(ofx)).toMatchObject({ format: 'ofx', table: null, lines: [{ amountMinor: 500 }] });
});

test('a table whose columns tell nothing is not read until somebody names them', () => {
  const text = 'When,Who,How much\nfoo,A,bar\n';
  expect(read(text)).toMatchObject({ missing: ['booked on', 'amount or money in'], lines: [] });
});

test('columns that were named once are remembered', () => {
  const text = 'A,B,C\n2026-02-10,5.00,6.00\n';
  const taken = read(text);
  const mapping = taken.table?.mapping;
  if (!mapping) throw new Error('a table has a mapping');
  const again = read(text, (header) =>
    header.join() === 'A,B,C' ? { ...mapping, columns: { bookedOn: 0, amount: 2 } } : null,
  );
  expect(again.lines).toMatchObject([{ amountMinor: 600 }]);
});

test('what is no text, or too large, is refused in words', () => {
  expect(() => read('%PDF-1.7')).toThrow(Refusal);
  expect(() => read('x'.repeat(21 * 1024 * 1024))).toThrow(/larger than 20 MB/);
});
