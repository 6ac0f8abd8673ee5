import { expect, test } from 'vitest';
import { detectFormat } from '@/lib/bank/detect-format';
import { readCamt } from '@/lib/bank/read-camt';
import { Refusal } from '@/lib/refusal';

function statement(entries: string, namespace = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="${namespace}"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt>
<Id>S1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`;
}

const RECEIPT = `<Ntry><NtryRef>9</NtryRef><Amt Ccy="EUR">1250.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>2026-02-10</Dt></BookgDt><ValDt><DtTm>2026-02-11T00:00:00+01:00</DtTm></ValDt><AcctSvcrRef>BANK-77</AcctSvcrRef>
<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
<RltdPties><Dbtr><Nm>M&#252;ller &amp; S&#xF6;hne GmbH</Nm></Dbtr><DbtrAcct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></DbtrAcct></RltdPties>
<RmtInf><Ustrd>Rechnung INV-01042</Ustrd><Ustrd>danke</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;

test('an entry becomes a line with its payer, account, text and the number of the bank', () => {
  const { account, lines, problems } = readCamt(statement(RECEIPT));
  expect(account).toBe('DE02120300000000202051');
  expect(problems).toEqual([]);
  expect(lines).toEqual([
    {
      position: 1,
      bookedOn: '2026-02-10',
      valueOn: '2026-02-11',
      currency: 'EUR',
      amountMinor: 125_050,
      payerName: 'Müller & Söhne GmbH',
      payerAccount: 'FR7630006000011234567890189',
      text: 'Rechnung INV-01042 danke',
      bankId: 'BANK-77',
    },
  ]);
});

test('version 8 has its parties one level deeper, and prefixes change nothing', () => {
  const text = statement(
    RECEIPT.replace(/<Dbtr>(.*)<\/Dbtr>/, '<Dbtr><Pty>$1</Pty></Dbtr>').replace(
      '<Sts>BOOK</Sts>',
      '<Sts><Cd>BOOK</Cd></Sts>',
    ),
    'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08',
  ).replace(/<(\/?)([A-Z])/g, '<$1ns:$2');
  expect(detectFormat(text)).toBe('camt053');
  expect(readCamt(text).lines[0]).toMatchObject({ payerName: 'Müller & Söhne GmbH', amountMinor: 125_050 });
});

test('money out is negative, what is only announced is left out', () => {
  const out = RECEIPT.replace('CRDT', 'DBIT').replaceAll('Dbtr', 'Cdtr');
  const pending = RECEIPT.replace('<Sts>BOOK</Sts>', '<Sts>PDNG</Sts>');
  const { lines } = readCamt(statement(out + pending));
  expect(lines.map((line) => [line.amountMinor, line.payerName])).toEqual([
    [-125_050, 'Müller & Söhne GmbH'],
  ]);
});

test('an entry that gathers transactions is a line for each, when they add up to it', () => {
  const part = (amount: string, ref: string) =>
    `<TxDtls><Refs><AcctSvcrRef>${ref}</AcctSvcrRef></Refs><Amt Ccy="EUR">${amount}</Amt></TxDtls>`;
  const entry = (parts: string) =>
    RECEIPT.replace(/<NtryDtls>[\s\S]*<\/NtryDtls>/, `<NtryDtls>${parts}</NtryDtls>`);
  const gathered = readCamt(statement(entry(part('1000.00', 'A') + part('250.50', 'B'))));
  expect(gathered.lines.map((line) => [line.amountMinor, line.bankId])).toEqual([
    [100_000, 'A'],
    [25_050, 'B'],
  ]);
  const unclear = readCamt(statement(entry(part('1000.00', 'A') + part('9.00', 'B'))));
  expect(unclear.lines.map((line) => line.amountMinor)).toEqual([125_050]);
});

test('an entry that cannot be read is named, and the others are read', () => {
  const { lines, problems } = readCamt(statement(RECEIPT.replace('1250.50', '12,5') + RECEIPT));
  expect(lines).toHaveLength(1);
  expect(problems).toEqual([{ position: 1, problem: 'Entry 1: “12,5” is not an amount in EUR.' }]);
});

test('entities that would grow are turned away before anything is parsed', () => {
  const bomb = statement(RECEIPT).replace(
    '?>',
    '?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
  );
  expect(() => readCamt(bomb)).toThrow(Refusal);
  expect(() => readCamt(bomb)).toThrow(/document type/);
});

test('broken XML is refused by its line, other kinds of XML by their name', () => {
  expect(() => readCamt(statement(RECEIPT).replace('</Stmt>', ''))).toThrow(/broken in line \d+/);
  expect(() => detectFormat('<?xml version="1.0"?><Document><BkToCstmrAcctRpt>')).toThrow(/CAMT\.052/);
  expect(() => detectFormat('<!doctype html><html>')).toThrow(/web page/);
  expect(() => readCamt(statement(''))).toThrow(/no booked entry/);
});
