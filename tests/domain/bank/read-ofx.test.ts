import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectFormat } from '@/lib/bank/detect-format';
import { readOfx } from '@/lib/bank/read-ofx';
import { Refusal } from '@/lib/refusal';

const SGML = `OFXHEADER:100
DATA:OFXSGML
VERSION:102

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>121<ACCTID>000123<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260201<DTEND>20260228
<STMTTRN>
<TRNTYPE>CREDIT
<DTPOSTED>20260210120000[-5:EST]
<TRNAMT>1250.50
<FITID>F-1
<NAME>ACME TOOLS &amp; CO
<MEMO>INV-01042 &lt;thanks&gt;
</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260211<TRNAMT>-12,00<FITID>F-2<NAME>Bank fee</STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>2026<TRNAMT>5.00<FITID>F-3</STMTTRN>
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

test('SGML without end tags is read: lines, account, and the transaction that cannot be', () => {
  expect(detectFormat(SGML)).toBe('ofx');
  const { account, lines, problems } = readOfx(SGML);
  expect(account).toBe('000123');
  expect(lines).toEqual([
    {
      position: 1,
      bookedOn: '2026-02-10',
      valueOn: null,
      currency: 'USD',
      amountMinor: 125_050,
      payerName: 'ACME TOOLS & CO',
      payerAccount: '',
      text: 'INV-01042 <thanks>',
      bankId: 'F-1',
    },
    expect.objectContaining({ amountMinor: -1_200, bankId: 'F-2' }),
  ]);
  expect(problems).toEqual([{ position: 3, problem: 'Transaction 3: “2026” is not a day.' }]);
});

test('XML, version 2, reads the same', () => {
  const xml = `<?xml version="1.0"?><?OFX OFXHEADER="200" VERSION="202"?><OFX><STMTRS><CURDEF>USD</CURDEF><BANKACCTFROM><ACCTID>000123</ACCTID></BANKACCTFROM>
    <STMTTRN><DTPOSTED>20260210</DTPOSTED><TRNAMT>1250.50</TRNAMT><FITID>F-1</FITID><NAME>ACME TOOLS &#38; CO</NAME><MEMO>INV-01042</MEMO></STMTTRN></STMTRS></OFX>`;
  expect(detectFormat(xml)).toBe('ofx');
  expect(readOfx(xml).lines).toEqual([
    expect.objectContaining({ amountMinor: 125_050, payerName: 'ACME TOOLS & CO', bankId: 'F-1' }),
  ]);
});

test('a file without a transaction is refused', () => {
  expect(() => readOfx('OFXHEADER:100\n<OFX></OFX>')).toThrow(Refusal);
});

test('whatever stands in a file, it is read or refused in words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (noise) => {
      try {
        readOfx(SGML.replace('1250.50', noise));
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }),
    { numRuns: 500 },
  );
});
