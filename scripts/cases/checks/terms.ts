import { toPlainDate } from '@/lib/domain/dates';
import { linesTotal, priceLines, type Rounding } from '@/lib/domain/invoice-lines';
import { parseAmount, sumOf, toDecimal, toMinor } from '@/lib/domain/money';
import { instalmentsOf, type TermLine, termsProblem } from '@/lib/domain/payment-terms';
import { rowsIn } from '../api';
import type { Value } from '../case-file';
import type { Given } from '../given';
import { expectMoney, expectSame, Mismatch, Unsupported } from '../outcome';
import type { Checks } from './check';
import { withFields } from './each';

const CURRENCY = 'USD';

/** Payment terms on their own: the instalments of an amount, or that the terms are no terms. */
const terms = withFields(async (_books, expected) => {
  const { where } = expected;
  const lines = (expected.parts('lines') ?? []).map(termLine);
  const problem = termsProblem(lines);
  const error = expected.maybeText('error');
  if (error !== undefined)
    return expectSame(`${where}.error`, error, problem === null ? null : 'invalid_terms');
  if (problem !== null) throw new Mismatch(where, 'terms', problem);
  const found = instalmentsOf(lines, minor(expected.number('amount')), toPlainDate(expected.text('date')));
  const rows = expected.maybeList('expect') ?? [];
  expectSame(`${where}.expect, how many`, rows.length, found?.length);
  for (const [at, row] of rows.entries()) {
    const part = found?.[at];
    const [day, amount] = instalment(row, `${where}.expect.${at}`);
    if (day !== undefined) expectSame(`${where}.expect.${at}, day`, day, part?.dueOn);
    expectMoney(
      `${where}.expect.${at}, amount`,
      amount,
      part && Number(toDecimal(part.amountMinor, CURRENCY)),
    );
  }
});

/** Tax on its own. A price of fractions of a cent is a quantity of fractions at a price of one. */
const tax = withFields(async (_books, expected) => {
  const line = {
    description: 'Line',
    quantity: String(expected.number('unit')),
    unitPriceMinor: minor(1),
    taxPercent: String(expected.number('percent')),
  };
  const lines = Array.from({ length: expected.number('lines') }, () => line);
  const { taxMinor } = linesTotal(priceLines(lines, roundingOf(expected.text('rounding'), expected)));
  expectMoney(`${expected.where}.expect`, expected.number('expect'), Number(toDecimal(taxMinor, CURRENCY)));
});

/** An invoice on its own: its lines, and what they come to. */
const invoiceTotal = withFields(async (_books, expected) => {
  const percent = expected.maybeNumber('tax_percent') ?? 0;
  const written = expected.maybeList('lines') ?? [];
  const lines = written.map((line) => lineOf(line, percent, expected));
  const priced = priceLines(lines, roundingOf(expected.maybeText('rounding') ?? 'document', expected));
  const { totalMinor, taxMinor } = linesTotal(priced);
  const subtotal = sumOf(priced.map((line) => line.netMinor));
  for (const [field, amount] of Object.entries({ subtotal, tax: taxMinor, total: totalMinor })) {
    const wanted = expected.value(field);
    if (wanted !== undefined)
      expectMoney(`${expected.where}.${field}`, wanted, Number(toDecimal(amount, CURRENCY)));
  }
});

/** What needs no books: terms, tax and sums. */
export const TERMS_CHECKS: Checks = { terms, tax, invoice_total: invoiceTotal };

function termLine(line: Given): TermLine {
  const after = {
    months: (line.maybeNumber('months') ?? 0) + 12 * (line.maybeNumber('years') ?? 0),
    dayOfMonth: line.maybeNumber('day') ?? line.maybeNumber('day_of_month'),
    days: (line.maybeNumber('days') ?? 0) + 7 * (line.maybeNumber('weeks') ?? 0),
  };
  const [ratio, divisor] = [line.maybeNumber('ratio'), line.maybeNumber('divisor')];
  const [percent, amount] = [line.maybeNumber('percent'), line.maybeNumber('amount')];
  const kind = line.text('kind');
  line.done();
  switch (kind) {
    case 'remainder':
      return { kind, ...after };
    case 'fixed':
      return { kind, amountMinor: minor(amount ?? Number.NaN), ...after };
    case 'percent':
    case 'percent_on_remaining':
    case 'percent_on_total':
    case 'percent_of_remaining':
    case 'percent_of_total': {
      const share = ratio ?? (percent === undefined ? 1 / (divisor ?? Number.NaN) : percent / 100);
      return {
        kind: kind.endsWith('total') ? 'percent_of_total' : 'percent_of_remaining',
        ratio: String(share),
        ...(divisor === undefined ? {} : { divisor: String(divisor) }),
        ...after,
      };
    }
    default:
      throw new Unsupported(`${line.where} of kind ${kind}`);
  }
}

/** A part that is expected: [day, amount], [days, amount], or by its fields. */
function instalment(row: Value, where: string): [day: string | undefined, amount: unknown] {
  if (Array.isArray(row)) return [typeof row[0] === 'string' ? row[0] : undefined, row.at(-1)];
  const [fields] = rowsIn([row]);
  if (!fields) return [undefined, row];
  const day = fields.due ?? fields.date;
  for (const name of Object.keys(fields))
    if (!['due', 'date', 'amount'].includes(name)) throw new Unsupported(`${where}.${name}`);
  return [typeof day === 'string' ? day : undefined, fields.amount];
}

function lineOf(line: Value, percent: number, expected: Given) {
  const plain = { description: 'Line', taxPercent: String(percent) };
  if (typeof line === 'number') return { ...plain, quantity: String(line), unitPriceMinor: minor(1) };
  const [quantity, price] = Array.isArray(line)
    ? line
    : rowsIn([line]).flatMap((fields) => [
        fields.quantity ?? fields.qty ?? 1,
        fields.unit_price ?? fields.unit ?? fields.price ?? fields.cost ?? fields.amount,
      ]);
  if (typeof quantity !== 'number' || typeof price !== 'number') throw expected.unsupported('lines');
  return { ...plain, ...exactPrice(quantity, price) };
}

/** A price of fractions of a cent is a quantity of fractions. */
function exactPrice(quantity: number, price: number) {
  const amount = parseAmount(String(price), CURRENCY);
  if (amount !== null) return { quantity: String(quantity), unitPriceMinor: amount };
  if (quantity !== 1) throw new Unsupported('a quantity at a price of fractions of a cent');
  return { quantity: String(price), unitPriceMinor: minor(1) };
}

function roundingOf(word: string, expected: Given): Rounding {
  if (word === 'line' || word === 'document') return word;
  throw expected.unsupported(`rounding ${word}`);
}

function minor(amount: number) {
  return parseAmount(String(amount), CURRENCY) ?? toMinor(0);
}
