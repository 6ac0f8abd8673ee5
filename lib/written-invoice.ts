import { addDays, type PlainDate } from './domain/dates';
import { type InstalmentPlan, termsOfPlan } from './domain/instalment-plan';
import { type DraftLine, isEmptyLine } from './domain/invoice-draft';
import { type Minor, parseAmount, plainDecimal, toDecimal } from './domain/money';
import { type Instalment, instalmentsOf } from './domain/payment-terms';

/** A part of an invoice whose day and amount somebody types. */
export interface HandPart {
  readonly key: string;
  readonly dueOn: PlainDate | null;
  readonly amountMinor: Minor | null;
}

/** When it falls due: by the customer's terms, after days, on a day, in equal parts, or in parts by hand. */
export type Due =
  | { readonly kind: 'terms' }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'day'; readonly on: PlainDate | null }
  | { readonly kind: 'parts'; readonly plan: InstalmentPlan }
  | { readonly kind: 'hand'; readonly parts: readonly HandPart[] };

/** What is offered for paying early, as typed: percent, and days from the invoice date. */
export interface WrittenDiscount {
  readonly percent: string;
  readonly days: string;
}

/** An invoice while somebody writes it. */
export interface WrittenInvoice {
  readonly customerId: string | null;
  readonly currency: string;
  /** Null while no day can be read. */
  readonly issuedOn: PlainDate | null;
  readonly due: Due;
  /** '' for the next of the own series. */
  readonly number: string;
  /** The customer's own number for what it ordered; '' for none. */
  readonly purchaseOrder: string;
  readonly lines: readonly DraftLine[];
  /** Null when nothing is offered. */
  readonly discount: WrittenDiscount | null;
}

/** It as a draft keeps it: the fields of an invoice to post by the API, as far as they are known. */
export function draftContent(written: WrittenInvoice): Record<string, unknown> {
  const { customerId, currency, issuedOn, number, purchaseOrder, lines, discount } = written;
  return withoutEmpty({
    customer_id: customerId ?? '',
    currency,
    invoice_date: issuedOn ?? '',
    number: number.trim(),
    purchase_order: purchaseOrder.trim(),
    ...dueContent(written.due, currency),
    lines: lines
      .filter((line) => !isEmptyLine(line))
      .map((line) =>
        withoutEmpty({
          service_id: line.serviceId ?? '',
          beneficiary_id: line.beneficiaryId ?? '',
          description: line.description.trim(),
          quantity: plainDecimal(line.quantity),
          unit_price: line.unitPriceMinor === null ? '' : toDecimal(line.unitPriceMinor, currency),
          tax_percent: plainDecimal(line.taxPercent) || '0',
        }),
      ),
    discount: discount ? { percent: plainDecimal(discount.percent), days: asCount(discount.days) } : '',
  });
}

/** The parts it falls due in; null while a day or an amount is missing, or the parts are not the total. */
export function writtenInstalments(
  { due, issuedOn }: Pick<WrittenInvoice, 'due' | 'issuedOn'>,
  totalMinor: Minor,
  termsDays: number | null,
): Instalment[] | null {
  if (due.kind === 'hand') return handInstalments(due.parts, totalMinor);
  if (due.kind === 'parts')
    return issuedOn && totalMinor > 0 ? instalmentsOf(termsOfPlan(due.plan), totalMinor, issuedOn) : null;
  const dueOn = writtenDueOn({ due, issuedOn }, termsDays);
  return dueOn ? [{ dueOn, amountMinor: totalMinor }] : null;
}

/** The one day it falls due on; null in parts, and while no day is known. */
export function writtenDueOn(
  { due, issuedOn }: Pick<WrittenInvoice, 'due' | 'issuedOn'>,
  termsDays: number | null,
): PlainDate | null {
  if (due.kind === 'day') return due.on;
  const days = { terms: termsDays, days: due.kind === 'days' ? due.days : null, parts: null, hand: null };
  const after = days[due.kind];
  return issuedOn && after !== null ? addDays(issuedOn, after) : null;
}

/** Lines whose prices were of another currency: the same figures, none where the digits do not fit. */
export function inCurrency(lines: readonly DraftLine[], from: string, to: string): readonly DraftLine[] {
  if (from === to) return lines;
  return lines.map((line) => ({
    ...line,
    unitPriceMinor:
      line.unitPriceMinor === null ? null : parseAmount(toDecimal(line.unitPriceMinor, from), to),
  }));
}

function handInstalments(parts: readonly HandPart[], totalMinor: Minor): Instalment[] | null {
  const known = parts.flatMap(({ dueOn, amountMinor }) =>
    dueOn && amountMinor !== null && amountMinor > 0 ? [{ dueOn, amountMinor }] : [],
  );
  const sum = known.reduce((all, part) => all + part.amountMinor, 0);
  return known.length === parts.length && sum === totalMinor ? known : null;
}

function dueContent(due: Due, currency: string): Record<string, unknown> {
  if (due.kind === 'days') return { terms_days: due.days };
  if (due.kind === 'day') return { due_date: due.on ?? '' };
  if (due.kind === 'parts')
    return { terms_lines: termsOfPlan(due.plan).map(({ dayOfMonth: _none, ...line }) => line) };
  if (due.kind === 'hand')
    return {
      instalments: due.parts.map(({ dueOn, amountMinor }) =>
        withoutEmpty({
          due_date: dueOn ?? '',
          amount: amountMinor === null ? '' : toDecimal(amountMinor, currency),
        }),
      ),
    };
  return {};
}

function withoutEmpty(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** A whole number as such; anything else as it was typed. */
function asCount(text: string): number | string {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : text;
}
