import type { Actor } from '@/lib/actor';
import { addDays, daysBetween, LAST_DAY, type PlainDate, todayIn } from '@/lib/domain/dates';
import type { DiscountTerms } from '@/lib/domain/discount';
import type { DocumentSource } from '@/lib/domain/documents';
import type { Rate } from '@/lib/domain/exchange';
import { arePriceable, linesTotal, priceLines, type Rounding } from '@/lib/domain/invoice-lines';
import { type Minor, sumOf } from '@/lib/domain/money';
import { type Instalment, instalmentsOf, type TermLine, termsProblem } from '@/lib/domain/payment-terms';
import { Refusal } from '@/lib/refusal';
import { discountTerms } from '../schema/documents';
import type { Tx } from '../scope';
import { assertCredit, type HoldOverride } from './assert-credit';
import { statedRate } from './document-rates';
import { type BilledLine, fillLines } from './fill-lines';
import { lockCustomer } from './lock-customers';
import { postDocuments } from './post-documents';
import { recordActivity } from './record-activity';

/** An invoice to post. */
export interface PostInvoice {
  readonly customerId: string;
  readonly invoiceDate: PlainDate;
  /** Left out: invoice date plus the customer's terms. */
  readonly dueDate?: PlainDate;
  /** Left out: the customer's currency. Prices are in it. */
  readonly currency?: string;
  /** Left out: the next number of the organization's own series. */
  readonly number?: string;
  /** The customer's own number for what it ordered. */
  readonly purchaseOrder?: string;
  /** What is billed; none when only a total is known. What a line leaves out is its service's. */
  readonly lines: readonly BilledLine[];
  /** Where net and tax are rounded; left out: line by line. */
  readonly rounding?: Rounding;
  /** The total, tax included, and the tax in it: for an invoice without lines. */
  readonly total?: { readonly totalMinor: Minor; readonly taxMinor: Minor };
  /** When which part falls due; together the total. Left out: all of it on the due date. */
  readonly instalments?: readonly Instalment[];
  /** Payment terms that give the instalments. */
  readonly termsLines?: readonly TermLine[];
  /** Units of the base currency for one of this one; left out: the last rate known on the invoice date. */
  readonly rate?: Rate;
  /** What it offers for paying early; left out or null: nothing. */
  readonly discount?: DiscountTerms | null;
  /** Why to bill a customer on credit hold all the same; noted with the invoice when there is a hold. */
  readonly overrideHold?: HoldOverride;
  readonly source: DocumentSource;
  /** The id of the draft that it was; left out, a new one. */
  readonly documentId?: string;
}

/**
 * Posts an invoice: from now on the customer owes it; nothing, when its total is zero. It cannot be edited; a correction is a
 * void or a credit memo.
 * @throws Refusal `not_found`, `invalid` (due before its date, instalments that are not the total, a discount over before it begins),
 * `negative_amount`, `amount_must_be_positive` (an instalment), `duplicate_number`, `period_locked`, `customer_archived`, `amount_too_large`, `invalid_terms`, `credit_hold`;
 * for lines that name a service or beneficiary as `fillLines`.
 */
export async function postInvoice(
  tx: Tx,
  actor: Actor,
  input: PostInvoice,
): Promise<{ documentId: string; number: string }> {
  const customer = await lockCustomer(tx, input.customerId);
  const currency = input.currency ?? customer.currency;
  const isRecurring = input.source === 'recurring';
  const filled = await fillLines(tx, input.lines, { customerId: customer.id, currency, isRecurring });
  if (!arePriceable(filled))
    throw new Refusal('amount_too_large', 'That amount is larger than one document can carry.', 'amount');
  const lines = priceLines(filled, input.rounding);
  const { totalMinor, taxMinor } = input.total ?? linesTotal(lines);
  if (totalMinor < 0)
    throw new Refusal('negative_amount', 'An invoice cannot be below zero. Post a credit memo.', 'amount');
  const instalments = instalmentsFor(input, totalMinor, customer.termsDays);
  assertInstalments(instalments, input.invoiceDate, totalMinor);
  if (input.discount) assertDiscount(input.discount, input.invoiceDate, totalMinor);
  const today = todayIn(actor.org.timeZone);
  const hold = totalMinor > 0 ? await assertCredit(tx, customer, today, input.overrideHold) : null;
  const [posted] = await postDocuments(tx, actor, [
    {
      kind: 'invoice',
      customerId: customer.id,
      documentDate: input.invoiceDate,
      currency,
      instalments,
      taxMinor,
      source: input.source,
      lines,
      ...(input.documentId === undefined ? {} : { id: input.documentId }),
      ...(input.number === undefined ? {} : { number: input.number }),
      ...(input.purchaseOrder === undefined ? {} : { purchaseOrder: input.purchaseOrder }),
      ...(input.rate ? { rate: statedRate(input.rate, input.invoiceDate) } : {}),
    },
  ]);
  if (!posted) throw new Error('the invoice was not posted');
  const { documentId, number } = posted;
  if (input.discount)
    await tx.insert(discountTerms).values({ ...input.discount, documentId, customerId: customer.id });
  await recordActivity(tx, actor, {
    verb: 'invoice_posted',
    objectKind: 'document',
    objectId: documentId,
    customerId: customer.id,
    after: { number, amountMinor: totalMinor, currency, dueOn: instalments[0]?.dueOn, ...hold },
  });
  return { documentId, number };
}

function instalmentsFor(input: PostInvoice, totalMinor: Minor, termsDays: number): readonly Instalment[] {
  const { instalments, termsLines, invoiceDate, dueDate } = input;
  if (instalments) return instalments;
  if (!termsLines || totalMinor === 0)
    return [{ dueOn: dueDate ?? dueDay(invoiceDate, termsDays), amountMinor: totalMinor }];
  const problem = termsProblem(termsLines);
  if (problem !== null) throw new Refusal('invalid_terms', problem, 'termsLines');
  const parts = instalmentsOf(termsLines, totalMinor, invoiceDate);
  if (!parts)
    throw new Refusal('invalid_terms', 'The terms take more than the total, or too much time.', 'termsLines');
  return parts;
}

function dueDay(invoiceDate: PlainDate, termsDays: number): PlainDate {
  if (daysBetween(invoiceDate, LAST_DAY) < termsDays)
    throw new Refusal('invalid', 'The invoice date is too far in the future.', 'invoiceDate');
  return addDays(invoiceDate, termsDays);
}

function assertInstalments(
  instalments: readonly Instalment[],
  invoiceDate: PlainDate,
  totalMinor: Minor,
): void {
  if (instalments.some((part) => part.dueOn < invoiceDate))
    throw new Refusal('invalid', 'The due date is before the invoice date.', 'dueDate');
  const isFree = totalMinor === 0 && instalments.length === 1;
  if (instalments.some((part) => part.amountMinor <= 0) && !isFree)
    throw new Refusal(
      'amount_must_be_positive',
      'Each instalment needs an amount above zero.',
      'instalments',
    );
  if (sumOf(instalments.map((part) => part.amountMinor)) !== totalMinor)
    throw new Refusal('invalid', 'The instalments do not add up to the total.', 'instalments');
}

function assertDiscount(
  { percent, amountMinor, until }: DiscountTerms,
  invoiceDate: PlainDate,
  totalMinor: Minor,
): void {
  if (until < invoiceDate)
    throw new Refusal('invalid', 'The discount ends before the invoice date.', 'discount');
  const isPart = amountMinor !== null && amountMinor > 0 && amountMinor < totalMinor;
  const isRate = percent !== null && Number(percent) > 0 && Number(percent) < 100;
  if (isPart === isRate)
    throw new Refusal(
      'invalid',
      'A discount is a percentage between 0 and 100, or an amount below the total.',
      'discount',
    );
}
