import { isCurrency } from '@/lib/domain/currencies';
import { isPlainDate, type PlainDate } from '@/lib/domain/dates';
import { type Minor, parseAmount, sumOf, toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { allAt, attributeOf, readXml, textAt, textOf, type XmlNode } from './read-xml';
import {
  type LineProblem,
  MAX_LINES,
  type ReadStatement,
  type StatementLine,
  tidied,
} from './statement-line';

/**
 * Reads CAMT.053 (ISO 20022 bank to customer statement, any version): one line per booked entry, or one per transaction of an entry
 * that gathers several. What is only announced is left out.
 * @throws Refusal `invalid` when it is not well formed, holds no entry, or too many.
 */
export function readCamt(text: string): ReadStatement {
  const statements = allAt(readXml(text), 'Document', 'BkToCstmrStmt', 'Stmt');
  const entries = statements.flatMap((statement) => allAt(statement, 'Ntry')).filter(isBooked);
  if (entries.length === 0)
    throw new Refusal('invalid', 'The statement has no booked entry. There is nothing to take in.', 'file');
  const lines: StatementLine[] = [];
  const problems: LineProblem[] = [];
  for (const [at, entry] of entries.entries()) {
    const read = readEntry(entry, at + 1);
    if ('problem' in read) problems.push(read);
    else lines.push(...read.lines);
    if (lines.length > MAX_LINES)
      throw new Refusal(
        'invalid',
        'The statement has more than 20,000 lines. Bring a shorter period.',
        'file',
      );
  }
  const accounts = new Set(statements.map(accountOf));
  return { account: accounts.size === 1 ? ([...accounts][0] ?? '') : '', lines, problems };
}

function accountOf(statement: XmlNode): string {
  return textAt(statement, 'Acct', 'Id', 'IBAN') || textAt(statement, 'Acct', 'Id', 'Othr', 'Id');
}

function isBooked(entry: XmlNode): boolean {
  const status = textAt(entry, 'Sts') || textAt(entry, 'Sts', 'Cd');
  return status === '' || status === 'BOOK';
}

function readEntry(
  entry: XmlNode,
  position: number,
): LineProblem | { readonly lines: readonly StatementLine[] } {
  const wrong = (problem: string) => ({ position, problem: `Entry ${position}: ${problem}` });
  const [amountNode] = allAt(entry, 'Amt');
  const currency = attributeOf(amountNode, 'Ccy');
  if (!isCurrency(currency)) return wrong(`“${currency}” is not a currency.`);
  const amount = decimal(textOf(amountNode), currency);
  if (amount === null) return wrong(`“${textOf(amountNode)}” is not an amount in ${currency}.`);
  const direction = textAt(entry, 'CdtDbtInd');
  if (direction !== 'CRDT' && direction !== 'DBIT')
    return wrong('it does not say whether money came in or went out.');
  const valueOn = dayAt(entry, 'ValDt');
  const bookedOn = dayAt(entry, 'BookgDt') ?? valueOn;
  if (!bookedOn) return wrong('it has no booking day.');
  const signed = (each: Minor) => (direction === 'DBIT' ? toMinor(-each) : each);
  const common = { position, bookedOn, valueOn, currency };
  const transactions = allAt(entry, 'NtryDtls', 'TxDtls');
  const amounts = transactions.map((each) => amountOf(each, currency));
  const own = amounts.filter((each) => each !== null);
  const isGathered = transactions.length > 1 && own.length === amounts.length && sumOf(own) === amount;
  if (!isGathered) {
    const line = { ...common, amountMinor: signed(amount), ...partiesOf(entry, transactions[0], direction) };
    return { lines: [tidied({ ...line, text: [...transactions.map(textIn), note(entry)].join(' ') })] };
  }
  return {
    lines: transactions.map((transaction, i) =>
      tidied({
        ...common,
        amountMinor: signed(own[i] ?? amount),
        ...partiesOf(entry, transaction, direction),
        text: `${textIn(transaction)} ${note(entry)}`,
        bankId: idOf(transaction) || [idOf(entry), i + 1].filter(Boolean).join('/'),
      }),
    ),
  };
}

function amountOf(transaction: XmlNode, currency: string): Minor | null {
  const [node] = [...allAt(transaction, 'Amt'), ...allAt(transaction, 'AmtDtls', 'TxAmt', 'Amt')];
  return node && attributeOf(node, 'Ccy') === currency ? decimal(textOf(node), currency) : null;
}

/** ISO 20022 writes digits with a point before the cents, and no sign. */
function decimal(text: string, currency: string): Minor | null {
  return /^\d+(\.\d+)?$/.test(text) ? parseAmount(text, currency) : null;
}

function dayAt(entry: XmlNode, name: string): PlainDate | null {
  const text = (textAt(entry, name, 'Dt') || textAt(entry, name, 'DtTm')).slice(0, 10);
  return isPlainDate(text) ? text : null;
}

/** Who is on the other side, and the bank's own number. */
function partiesOf(entry: XmlNode, transaction: XmlNode | undefined, direction: 'CRDT' | 'DBIT') {
  const side = direction === 'CRDT' ? 'Dbtr' : 'Cdtr';
  const parties = allAt(transaction, 'RltdPties')[0];
  const ultimate = `Ultmt${side}`;
  return {
    payerName:
      textAt(parties, side, 'Nm') ||
      textAt(parties, side, 'Pty', 'Nm') ||
      textAt(parties, ultimate, 'Nm') ||
      textAt(parties, ultimate, 'Pty', 'Nm'),
    payerAccount:
      textAt(parties, `${side}Acct`, 'Id', 'IBAN') || textAt(parties, `${side}Acct`, 'Id', 'Othr', 'Id'),
    bankId: idOf(entry) || (transaction ? idOf(transaction) : ''),
  };
}

function idOf(node: XmlNode): string {
  return textAt(node, 'AcctSvcrRef') || textAt(node, 'Refs', 'AcctSvcrRef') || textAt(node, 'NtryRef');
}

/** What the payer wrote, and the reference that it carried. */
function textIn(transaction: XmlNode): string {
  const written = [
    ...allAt(transaction, 'RmtInf', 'Ustrd'),
    ...allAt(transaction, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref'),
    ...allAt(transaction, 'RmtInf', 'Strd', 'RfrdDocInf', 'Nb'),
    ...allAt(transaction, 'RtrInf', 'AddtlInf'),
    ...allAt(transaction, 'AddtlTxInf'),
  ].map(textOf);
  const endToEnd = textAt(transaction, 'Refs', 'EndToEndId');
  return [...written, /^not ?provided$/i.test(endToEnd) ? '' : endToEnd].filter(Boolean).join(' ');
}

function note(entry: XmlNode): string {
  return textAt(entry, 'AddtlNtryInf');
}
