import { z } from 'zod';
import { addDays, type PlainDate } from '../../domain/dates';
import { type Minor, sumOf, toMinor, ZERO } from '../../domain/money';
import type { FactPart, PaperFact } from '../facts';
import type { Reason } from '../reasons';
import type { Reading } from '../source';
import { Amount, listOf, readAmount, readCurrency, readDay, readRate, readTerms, Text } from './fields';
import { type Money, moneyProblem } from './paper-money';
import { readLines, SourceLine } from './read-lines';

const Paper = z.looseObject({
  invoice_number: Text,
  creditmemo_number: Text,
  type: Text,
  contact_id: Text,
  posted_at: Text,
  due_at: Text,
  cancelled_at: Text,
  payment_terms: Text,
  currency: Text,
  status: Text,
  total_amount: Amount,
  tax_amount: Amount,
  paid_amount: Amount,
  balance_amount: Amount,
  exchange_rate: z.number().nullish().catch(null),
  lineitems: listOf(SourceLine),
  payments: listOf(z.looseObject({ payment_id: Text, amount: Amount })),
  applications: listOf(
    z.looseObject({ object_id: Text, object_type: Text, amount: Amount, applied_at: Text }),
  ),
});

type Row = z.output<typeof Paper>;

interface Books {
  readonly currency: string | null;
  readonly timeZone: string;
}

/** Reads an invoice or a credit memo; credit memos come with amounts of either sign. */
export function readPaper(object: PaperFact['object'], raw: unknown, books: Books): Reading {
  const parsed = Paper.safeParse(raw);
  if (!parsed.success)
    return { reason: 'unreadable', detail: '', contactId: null, currency: null, openMinor: null };
  const row = parsed.data;
  const { contact_id: contactId, currency } = row;
  const money = readCurrency(currency) === null ? null : moneyOf(row, currency ?? '', object);
  const aside = (reason: Reason, detail = ''): Reading => ({
    reason,
    detail,
    contactId,
    currency: readCurrency(currency),
    openMinor: money && signed(object, isVoid(row) ? ZERO : (money.openMinor ?? money.totalMinor)),
  });
  const early = earlyReason(row);
  if (early) return aside(early);
  if (contactId === null) return aside('no_customer');
  if (currency === null) return aside('no_currency');
  if (readCurrency(currency) === null) return aside('unknown_currency', currency);
  if (money === null) return aside('bad_amount', `Total ${row.total_amount ?? 'missing'} ${currency}.`);
  const dates = datesOf(row, object, books.timeZone);
  if ('reason' in dates) return aside(dates.reason, dates.detail);
  const problem = moneyProblem(object, row.status, money);
  if (problem !== null) return aside(problem, 'The figures or the status contradict each other.');
  if (row.status === 'REFUNDED' || row.status === 'PARTIALLY_REFUNDED') return aside('refunded');
  return { fact: factOf({ object, row, contactId, currency, money, dates, books }) };
}

/** Reasons that make nothing else matter. */
function earlyReason({ type, status }: Row): Reason | null {
  if (type === 'BILL') return 'bill';
  if (status === 'DRAFT' || status === 'SUBMITTED') return 'draft';
  if (status !== null && !STATUSES.has(status)) return 'unknown_status';
  return null;
}

const STATUSES = new Set(
  'VOIDED DELETED AUTHORIZED PAID PARTIALLY_PAID OVERDUE REFUNDED PARTIALLY_REFUNDED'.split(' '),
);

function isVoid({ status, cancelled_at: cancelledAt }: Row): boolean {
  return status === 'VOIDED' || status === 'DELETED' || cancelledAt !== null;
}

/** Null when an amount that is there cannot be read, or the total is missing. */
function moneyOf(row: Row, currency: string, object: PaperFact['object']): Money | null {
  const sign = object === 'credit_memo' && Number(row.total_amount) < 0 ? -1 : 1;
  const read = (value: Row['total_amount']) => {
    const amount = readAmount(value, currency);
    return amount === null ? null : toMinor(amount * sign);
  };
  const amounts = [row.total_amount, row.tax_amount, row.paid_amount, row.balance_amount];
  const [totalMinor, taxMinor, paidMinor, balanceMinor] = amounts.map(read);
  if (totalMinor === null || totalMinor === undefined || totalMinor < 0) return null;
  if (amounts.some((amount) => amount !== null && readAmount(amount, currency) === null)) return null;
  return {
    totalMinor,
    taxMinor: toMinor(Math.abs(taxMinor ?? 0)),
    paidMinor: object === 'invoice' ? (paidMinor ?? null) : null,
    openMinor: balanceMinor ?? (paidMinor == null ? null : toMinor(totalMinor - paidMinor)),
    isVoid: isVoid(row),
  };
}

interface Dates {
  readonly documentDate: PlainDate;
  readonly dueOn: PlainDate;
  readonly voidedOn: PlainDate | null;
}

function datesOf(
  row: Row,
  object: PaperFact['object'],
  timeZone: string,
): Dates | { readonly reason: Reason; readonly detail: string } {
  if (row.posted_at === null) return { reason: 'no_date', detail: '' };
  const documentDate = readDay(row.posted_at, timeZone);
  if (documentDate === null) return { reason: 'bad_date', detail: row.posted_at };
  const voided = row.cancelled_at === null ? null : readDay(row.cancelled_at, timeZone);
  const voidedOn = isVoid(row) ? (voided ?? documentDate) : null;
  if (object === 'credit_memo') return { documentDate, dueOn: documentDate, voidedOn };
  const terms = readTerms(row.payment_terms);
  if (row.due_at === null && terms === null) return { reason: 'no_due_date', detail: '' };
  const dueOn = row.due_at === null ? addDays(documentDate, terms ?? 0) : readDay(row.due_at, timeZone);
  if (dueOn === null) return { reason: 'bad_date', detail: row.due_at ?? '' };
  if (dueOn < documentDate)
    return { reason: 'due_before_date', detail: `Dated ${documentDate}, due ${dueOn}.` };
  return { documentDate, dueOn, voidedOn };
}

interface Parsed {
  readonly object: PaperFact['object'];
  readonly row: Row;
  readonly contactId: string;
  readonly currency: string;
  readonly money: Money;
  readonly dates: Dates;
  readonly books: Books;
}

function factOf({ object, row, contactId, currency, money, dates, books }: Parsed): PaperFact {
  const number = object === 'invoice' ? row.invoice_number : (row.creditmemo_number ?? row.invoice_number);
  const isHome = currency === books.currency;
  return {
    object,
    contactId,
    number: number?.slice(0, 60) ?? null,
    currency,
    ...dates,
    totalMinor: money.totalMinor,
    taxMinor: money.taxMinor,
    openMinor: money.isVoid ? ZERO : money.openMinor,
    lines: readLines(row.lineitems, currency, money),
    parts: object === 'credit_memo' ? partsOf(row, currency, books.timeZone) : [],
    payments: object === 'invoice' ? paymentsOf(row, currency) : [],
    rate: isHome ? null : readRate(row.exchange_rate),
  };
}

function partsOf(row: Row, currency: string, timeZone: string): FactPart[] {
  return row.applications.flatMap(({ object_id: id, object_type: type, amount, applied_at: at }) => {
    const amountMinor = readAmount(amount, currency);
    if (id === null || type !== 'INVOICE' || amountMinor === null || amountMinor <= 0) return [];
    return [{ object: 'invoice' as const, id, amountMinor, on: at === null ? null : readDay(at, timeZone) }];
  });
}

function paymentsOf(row: Row, currency: string): { id: string; amountMinor: Minor }[] {
  return row.payments.flatMap(({ payment_id: id, amount }) => {
    const amountMinor = readAmount(amount, currency);
    return id === null || amountMinor === null ? [] : [{ id, amountMinor }];
  });
}

function signed(object: PaperFact['object'], amount: Minor): Minor {
  return object === 'credit_memo' ? sumOf([toMinor(-amount)]) : amount;
}
