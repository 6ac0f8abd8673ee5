import { z } from 'zod';
import type { DocumentDetail } from '@/db/queries/documents';
import type { InvoiceRow } from '@/db/queries/invoices';
import type { PaperAbout } from '@/db/queries/papers-about';
import type { Organization } from '@/lib/actor';
import { bucketLabels, bucketOf, daysPastDue } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { availableDiscount, type DiscountTerms } from '@/lib/domain/discount';
import { toMinor, ZERO } from '@/lib/domain/money';
import { isPastDue } from '@/lib/domain/status';
import { money } from '@/lib/exact-json';
import { Currency, Day, Money } from '../_api/fields';
import type { Answer } from '../_api/operation';
import { BaseFacts, writeBase } from '../_api/rates';
import { StandingFacts } from './invoice-standing';

/** What has become of an invoice. */
export const Status = z.enum(['open', 'part_paid', 'paid', 'written_off', 'void']);

/** An invoice as of a day. */
export const Invoice = z.object({
  invoice_id: z.uuid(),
  number: z.string(),
  kind: z.string(),
  customer_id: z.uuid(),
  customer_name: z.string(),
  currency: Currency,
  amount: Money.meta({ description: 'Total, tax included.' }),
  total_paid: Money.meta({ description: 'Settled by payments.' }),
  total_credited: Money.meta({ description: 'Settled by credit memos, write-offs and discounts.' }),
  outstanding: Money,
  status: Status,
  past_due: z.boolean(),
  days_past_due: z.int().meta({ description: 'Below 0 before the due date.' }),
  invoice_date: Day,
  due_date: Day.meta({
    description: 'When the oldest part that is open falls due; the last due date when nothing is.',
  }),
  aging_bucket: z.string().nullable().meta({ description: 'Null when nothing is outstanding.' }),
});

/** Money applied between this document and another. */
export const Applied = z.object({
  allocation_id: z.uuid(),
  document_id: z.uuid(),
  kind: z.string(),
  number: z.string(),
  amount: Money,
  effective_on: Day,
  undone_on: Day.nullable(),
});

/** What took a document back. */
export const Reversal = z.object({
  document_id: z.uuid(),
  number: z.string(),
  date: Day,
  reason: z.string().nullable(),
});

/** What was posted because of a document: credit memos, fees, discounts and write-offs of an invoice, refunds of a payment. */
export const Related = z.object({
  document_id: z.uuid(),
  kind: z.string(),
  number: z.string(),
  date: Day,
  amount: Money,
  voided: z.boolean(),
});

/** What an invoice offers for paying early: a percentage, or an amount for paying all of it. */
const DiscountOffer = z.object({ percent: z.string().nullable(), amount: Money.nullable(), until: Day });

/** What a document is made of; none when only a total was posted. */
export const DocumentLines = z.array(
  z.object({
    service_id: z.uuid().nullable(),
    beneficiary_id: z.uuid().nullable(),
    beneficiary_name: z.string().nullable().meta({ description: 'As it stood on posting.' }),
    description: z.string(),
    quantity: z.string(),
    unit_price: Money,
    tax_percent: z.string(),
    tax: Money,
    net: Money,
  }),
);

/** An invoice with its lines, instalments and what was applied to it. */
export const InvoiceDetail = Invoice.extend({
  customer_address: z.string().nullable(),
  purchase_order: z.string().nullable(),
  tax: Money,
  ...BaseFacts.shape,
  reason: z.string().nullable(),
  source: z.string(),
  recorded_at: z.string(),
  lines: DocumentLines,
  ...StandingFacts,
  allocations: z.array(Applied),
  related: z.array(Related),
  voided_by: Reversal.nullable(),
  discount: DiscountOffer.nullable().meta({ description: 'Null when it offers nothing for paying early.' }),
  discount_available: Money.meta({ description: 'For paying all that is outstanding on the day asked for.' }),
  amount_to_pay: Money.meta({ description: 'What is outstanding on that day, less the discount.' }),
});

/** The one place that says how an invoice is written, as of a day and with the organization's own buckets. */
export function writeInvoice(
  row: InvoiceRow,
  { bounds, agingBasis }: Pick<Organization, 'bounds' | 'agingBasis'>,
  asOf: PlainDate,
): Answer<z.output<typeof Invoice>> {
  const { currency, dueOn, openMinor } = row;
  const age = daysPastDue(agingBasis === 'due' ? dueOn : row.documentDate, asOf);
  return {
    invoice_id: row.documentId,
    number: row.number,
    kind: row.kind,
    customer_id: row.customerId,
    customer_name: row.customer,
    currency,
    amount: money(row.amountMinor, currency),
    total_paid: money(row.status === 'void' ? ZERO : row.paidMinor, currency),
    total_credited: money(row.status === 'void' ? ZERO : row.creditedMinor, currency),
    outstanding: money(openMinor, currency),
    status: row.status,
    past_due: isPastDue({ openMinor, dueOn }, asOf),
    days_past_due: daysPastDue(dueOn, asOf),
    invoice_date: row.documentDate,
    due_date: dueOn,
    aging_bucket: openMinor === 0 ? null : (bucketLabels(bounds, '-')[bucketOf(age, bounds)] ?? null),
  };
}

/** What an invoice has beyond its line in a list. */
export function writePaper(document: DocumentDetail, base: string) {
  return {
    customer_address: document.customerAddress,
    purchase_order: document.purchaseOrder,
    ...writeDocumentLines(document),
    ...writeBase(document, base),
    reason: document.reason,
    source: document.source,
    recorded_at: document.recordedAt.toISOString(),
    allocations: writeApplied(document),
    voided_by: writeReversal(document),
  };
}

/** What is to be paid of an invoice on a day, and what it offers for paying early. */
export function writeOffer(
  { currency, openMinor }: Pick<InvoiceRow, 'currency' | 'openMinor'>,
  terms: DiscountTerms | null,
  on: PlainDate,
) {
  const discount = availableDiscount(terms, { openMinor, on });
  const { percent = null, amountMinor = null } = terms ?? {};
  const amount = amountMinor === null ? null : money(amountMinor, currency);
  return {
    discount: terms && { percent, amount, until: terms.until },
    discount_available: money(discount, currency),
    amount_to_pay: money(toMinor(openMinor - discount), currency),
  };
}

/** The lines of a document and the tax in all of them, above 0 for credits too. */
export function writeDocumentLines({ lines, taxMinor, currency }: DocumentDetail) {
  return {
    tax: money(toMinor(Math.abs(taxMinor)), currency),
    lines: lines.map((line) => ({
      service_id: line.serviceId,
      beneficiary_id: line.beneficiaryId,
      beneficiary_name: line.beneficiary,
      description: line.description,
      quantity: line.quantity,
      unit_price: money(line.unitPriceMinor, currency),
      tax_percent: line.taxPercent,
      tax: money(line.taxMinor, currency),
      net: money(line.netMinor, currency),
    })),
  };
}

/** Everything applied between a document and others, oldest first. */
export function writeApplied({ allocations, currency }: DocumentDetail) {
  return allocations.map((each) => ({
    allocation_id: each.allocationId,
    document_id: each.other.documentId,
    kind: each.other.kind,
    number: each.other.number,
    amount: money(toMinor(Math.abs(each.amountMinor)), currency),
    effective_on: each.effectiveOn,
    undone_on: each.undoneOn,
  }));
}

/** What was posted because of a document, oldest first, in its currency. */
export function writeRelated(papers: readonly PaperAbout[], currency: string) {
  return papers.map((paper) => ({
    document_id: paper.documentId,
    kind: paper.kind,
    number: paper.number,
    date: paper.documentDate,
    amount: money(toMinor(Math.abs(paper.amountMinor)), currency),
    voided: paper.isReversed,
  }));
}

/** What took a document back; null while it stands. */
export function writeReversal({ reversedBy }: DocumentDetail) {
  return (
    reversedBy && {
      document_id: reversedBy.documentId,
      number: reversedBy.number,
      date: reversedBy.documentDate,
      reason: reversedBy.reason,
    }
  );
}
