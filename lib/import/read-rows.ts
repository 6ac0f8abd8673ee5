import { isCurrency } from '@/lib/domain/currencies';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import type { FieldId } from './field';
import type { ImportKind } from './fields';
import type { Mapping } from './mapping';
import { RowReader } from './row-reader';
import type { RowProblem, Table, TableRow } from './table';

/** How a row names its customer; '' for what it does not say. */
export interface CustomerRef {
  readonly code: string;
  readonly name: string;
}

/** A row that can be read; whether it fits the books is decided later. */
interface ReadRow {
  readonly row: number;
  readonly customer: CustomerRef;
}

/** A customer as the file has it; null and '' for what it does not say. */
export interface CustomerRow extends ReadRow {
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly currency: string;
  readonly termsDays: number | null;
  readonly creditLimitMinor: Minor | null;
  readonly owner: string;
  readonly notes: string;
}

/** An invoice as the file has it. */
export interface InvoiceRow extends ReadRow {
  readonly number: string;
  readonly invoiceDate: PlainDate;
  /** Null when the customer's terms give it. */
  readonly dueDate: PlainDate | null;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly description: string;
}

/** A payment as the file has it. */
export interface PaymentRow extends ReadRow {
  readonly receivedOn: PlainDate;
  readonly currency: string;
  readonly amountMinor: Minor;
  /** '' when it names none. */
  readonly invoiceNumber: string;
  readonly reference: string;
  readonly method: string;
  readonly payer: string;
}

/** What a customer brings along, as the file has it: a whole balance, or one open document. */
export interface OpeningRow extends ReadRow {
  /** Above 0 it is owed, below 0 it is credit. */
  readonly amountMinor: Minor;
  readonly currency: string;
  /** '' for a whole balance. */
  readonly number: string;
  readonly invoiceDate: PlainDate | null;
  readonly dueDate: PlainDate | null;
  readonly description: string;
}

/** What the rows of each kind become. */
export interface RowOf {
  readonly customers: CustomerRow;
  readonly invoices: InvoiceRow;
  readonly payments: PaymentRow;
  readonly 'opening-balances': OpeningRow;
}

/** The currency of a row that does not name one: the invoice's that it pays, or the customer's. */
export type CurrencyOf = (customer: CustomerRef, invoiceNumber: string) => string;

/** The rows of a file that can be read, and everything that is wrong with the others, in the order of the file. */
export interface ReadRows<T> {
  readonly rows: readonly T[];
  readonly problems: readonly RowProblem[];
}

/** Reads every row of a file as its kind. A row with anything wrong is left out whole. */
export function readRows<K extends ImportKind>(
  kind: K,
  table: Table,
  how: { readonly mapping: Mapping; readonly currencyOf: CurrencyOf },
): ReadRows<RowOf[K]> {
  const reader = new RowReader(kind, table, how.mapping);
  const read: { readonly [Kind in ImportKind]: (row: TableRow) => RowOf[Kind] | null } = {
    customers: (row) => readCustomer(reader, row, how.currencyOf),
    invoices: (row) => readInvoice(reader, row, how.currencyOf),
    payments: (row) => readPayment(reader, row, how.currencyOf),
    'opening-balances': (row) => readOpening(reader, row, how.currencyOf),
  };
  const rows: RowOf[K][] = [];
  for (const row of table.rows) {
    reader.open(row);
    const found = read[kind](row);
    if (found && reader.isSound) rows.push(found);
  }
  return { rows, problems: [...table.problems, ...reader.problems].toSorted((a, b) => a.row - b.row) };
}

/** What the cells of one field hold, each once, empty ones left out. */
export function valuesOf(table: Table, mapping: Mapping, id: FieldId): string[] {
  const at = mapping.columns[id];
  if (at === undefined) return [];
  return [...new Set(table.rows.flatMap(({ cells }) => cells[at] || []))];
}

function readCustomer(reader: RowReader, { row }: TableRow, currencyOf: CurrencyOf): CustomerRow | null {
  const customer = customerOf(reader);
  const currency = reader.currency(currencyOf(customer, ''));
  if (!currency) return null;
  const creditLimitMinor = reader.amount('creditLimit', currency);
  if (creditLimitMinor !== null && creditLimitMinor < 0)
    reader.fault('creditLimit', {
      problem: 'A credit limit cannot be below zero.',
      hint: 'Leave it empty for no limit.',
    });
  return {
    row,
    customer,
    currency,
    email: emailOf(reader),
    phone: reader.text('phone'),
    address: reader.text('address'),
    termsDays: termsOf(reader),
    creditLimitMinor,
    owner: reader.text('owner'),
    notes: reader.text('notes'),
  };
}

function readInvoice(reader: RowReader, { row }: TableRow, currencyOf: CurrencyOf): InvoiceRow | null {
  const customer = customerOf(reader);
  const number = reader.needed('number');
  const invoiceDate = reader.neededDay('invoiceDate');
  const dueDate = reader.day('dueDate');
  const currency = currencyIn(reader, () => currencyOf(customer, ''));
  const amountMinor = currency && reader.neededAmount('amount', currency, BELOW_ZERO.invoices);
  const description = reader.text('description');
  if (!invoiceDate || !currency || !amountMinor) return null;
  return { row, customer, number, invoiceDate, dueDate, currency, amountMinor, description };
}

function readPayment(reader: RowReader, { row }: TableRow, currencyOf: CurrencyOf): PaymentRow | null {
  const invoiceNumber = reader.text('invoiceNumber');
  const customer = invoiceNumber === '' ? customerOf(reader) : refOf(reader);
  const receivedOn = reader.neededDay('receivedOn');
  const currency = currencyIn(reader, () => currencyOf(customer, invoiceNumber));
  const amountMinor = currency && reader.neededAmount('amount', currency, BELOW_ZERO.payments);
  const [reference, method, payer] = [reader.text('reference'), reader.text('method'), reader.text('payer')];
  if (!receivedOn || !currency || !amountMinor) return null;
  return { row, customer, receivedOn, currency, amountMinor, invoiceNumber, reference, method, payer };
}

function readOpening(reader: RowReader, { row }: TableRow, currencyOf: CurrencyOf): OpeningRow | null {
  const customer = customerOf(reader);
  const [number, description] = [reader.text('number'), reader.text('description')];
  const [invoiceDate, dueDate] = [reader.day('invoiceDate'), reader.day('dueDate')];
  const currency = currencyIn(reader, () => currencyOf(customer, ''));
  const amountMinor = currency && reader.neededBalance('amount', currency);
  if (!currency || !amountMinor) return null;
  return { row, customer, amountMinor, currency, number, invoiceDate, dueDate, description };
}

const BELOW_ZERO = {
  invoices: 'An invoice is an amount that is owed. Leave credits out and enter them as credit memos.',
  payments: 'Write what came in without a minus. Leave refunds and bounced payments out.',
} as const;

const NO_CUSTOMER = {
  problem: 'This row names no customer.',
  hint: 'Give the customer’s code or name.',
} as const;

function refOf(reader: RowReader): CustomerRef {
  return { code: reader.text('customerCode'), name: reader.text('customerName') };
}

function customerOf(reader: RowReader): CustomerRef {
  const customer = refOf(reader);
  if (customer.code === '' && customer.name === '' && reader.raw('customerCode') === '')
    reader.fault(reader.hasColumn('customerCode') ? 'customerCode' : 'customerName', NO_CUSTOMER);
  return customer;
}

/** The row's own column, else the code beside its amount ("USD 5"), else the fallback. */
function currencyIn(reader: RowReader, fallback: () => string): string | null {
  if (reader.raw('currency') !== '') return reader.currency('');
  const code = /^([A-Z]{3})\b|\b([A-Z]{3})$/.exec(reader.raw('amount'));
  const beside = code?.[1] ?? code?.[2] ?? '';
  return isCurrency(beside) ? beside : fallback();
}

function emailOf(reader: RowReader): string {
  const email = reader.text('email');
  if (email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return email;
  reader.fault('email', {
    problem: `"${email}" is not an e-mail address.`,
    hint: 'Write one address, like ap@example.com.',
  });
  return '';
}

function termsOf(reader: RowReader): number | null {
  const text = reader.text('termsDays');
  if (text === '') return null;
  const days = Number(/^(?:net ?)?(\d{1,4})(?: ?days)?$/i.exec(text)?.[1] ?? Number.NaN);
  if (days <= 3650) return days;
  reader.fault('termsDays', {
    problem: `"${text}" is not a number of days.`,
    hint: 'Write it like 30 or net 30.',
  });
  return null;
}
