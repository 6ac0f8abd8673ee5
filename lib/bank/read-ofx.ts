import { isCurrency } from '@/lib/domain/currencies';
import { isPlainDate, type PlainDate } from '@/lib/domain/dates';
import { type Minor, parseAmount } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { withoutEntities } from './entities';
import {
  type LineProblem,
  MAX_LINES,
  type ReadStatement,
  type StatementLine,
  tidied,
} from './statement-line';

/** What belongs to a transaction, by tag: the first of each. */
type Fields = ReadonlyMap<string, string>;

/**
 * Reads OFX, 1.x (SGML, whose values have no end tags) and 2.x (XML) alike: both are tags followed by values. Entities beyond the
 * five of XML and numbers are left as they stand, so nothing can grow.
 * @throws Refusal `invalid` when it holds no transaction, or too many.
 */
export function readOfx(text: string): ReadStatement {
  const lines: StatementLine[] = [];
  const problems: LineProblem[] = [];
  const accounts = new Set<string>();
  let currency = '';
  let position = 0;
  let fields: Map<string, string> | null = null;
  for (const { tag, isEnd, value } of tokens(text)) {
    if (tag === 'CURDEF' && !isEnd) currency = value.toUpperCase();
    if (tag === 'ACCTID' && !isEnd && !fields) accounts.add(value);
    if (tag === 'STMTTRN' && !isEnd) fields = new Map();
    else if (tag === 'STMTTRN' && fields) {
      position += 1;
      const read = readTransaction(fields, { position, currency });
      if ('problem' in read) problems.push(read);
      else lines.push(read);
      if (lines.length > MAX_LINES)
        throw new Refusal(
          'invalid',
          'The statement has more than 20,000 lines. Bring a shorter period.',
          'file',
        );
      fields = null;
    } else if (fields && !isEnd && value !== '' && !fields.has(tag)) fields.set(tag, value);
  }
  if (position === 0)
    throw new Refusal('invalid', 'The file has no transaction. There is nothing to take in.', 'file');
  return { account: accounts.size === 1 ? ([...accounts][0] ?? '') : '', lines, problems };
}

function* tokens(text: string): Generator<{ tag: string; isEnd: boolean; value: string }> {
  for (const [, end, tag = '', value = ''] of text.matchAll(/<(\/?)([A-Za-z0-9._]+)>([^<]*)/g))
    yield { tag: tag.toUpperCase(), isEnd: end === '/', value: withoutEntities(value.trim()) };
}

function readTransaction(
  fields: Fields,
  at: { readonly position: number; readonly currency: string },
): LineProblem | StatementLine {
  const { position } = at;
  const wrong = (problem: string) => ({ position, problem: `Transaction ${position}: ${problem}` });
  const currency = at.currency;
  if (!isCurrency(currency)) return wrong(`“${currency}” is not a currency.`);
  const bookedOn = dayIn(fields.get('DTPOSTED') ?? '');
  if (!bookedOn) return wrong(`“${fields.get('DTPOSTED') ?? ''}” is not a day.`);
  const amountMinor = amountIn(fields.get('TRNAMT') ?? '', currency);
  if (amountMinor === null) return wrong(`“${fields.get('TRNAMT') ?? ''}” is not an amount in ${currency}.`);
  const said = ['MEMO', 'CHECKNUM', 'REFNUM'].flatMap((tag) => fields.get(tag) ?? []);
  return tidied({
    position,
    bookedOn,
    valueOn: dayIn(fields.get('DTAVAIL') ?? ''),
    currency,
    amountMinor,
    payerName: fields.get('NAME') ?? '',
    payerAccount: fields.get('ACCTID') ?? '',
    text: said.join(' '),
    bankId: fields.get('FITID') ?? '',
  });
}

/** "20261120120000[-5:EST]" is 2026-11-20: the day as the bank wrote it. */
function dayIn(text: string): PlainDate | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(text) ?? [];
  const written = `${year}-${month}-${day}`;
  return isPlainDate(written) ? written : null;
}

/** OFX allows a point or a comma before the cents and groups nothing; "12.5000" is 12.50. */
function amountIn(text: string, currency: string): Minor | null {
  const plain = text.replace(',', '.').replace(/^\+/, '');
  return (
    parseAmount(plain, currency) ??
    parseAmount(plain.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''), currency)
  );
}
