import type { Part } from '@/lib/domain/allocation';
import { later, type PlainDate } from '@/lib/domain/dates';
import { splitDiscount } from '@/lib/domain/discount';
import type { DocumentSource } from '@/lib/domain/documents';
import { type Minor, sumOf, ZERO } from '@/lib/domain/money';
import type { SettledInvoice } from '../queries/settled-invoices';
import type { Match } from './allocate';
import type { Posted, Posting } from './post-documents';
import type { Deed } from './record-activity';

/** A credit that settles some of one invoice from the moment it is posted: a discount, a write-off, a credit memo. */
export interface SettlingPaper {
  readonly invoice: SettledInvoice;
  readonly kind: 'discount' | 'write_off' | 'credit_memo';
  /** What it settles of which open items of the invoice. */
  readonly parts: readonly Part[];
  readonly on: PlainDate;
  readonly reason: string;
  readonly source: DocumentSource;
}

/** What was posted for a rest of an invoice. */
export interface SettledRest {
  readonly documentId: string;
  readonly kind: SettlingPaper['kind'];
  readonly number: string;
  readonly invoiceId: string;
  readonly amountMinor: Minor;
}

/**
 * The document of a settling paper, dated never before its invoice. A discount and a credit memo lower the tax of their
 * invoice in proportion; a write-off does not: the tax of a bad debt is claimed back by other rules.
 */
export function postingOf({ invoice, kind, parts, on, reason, source }: SettlingPaper): Posting {
  const amountMinor = sumOf(parts.map((part) => part.amountMinor));
  const documentDate = later(on, invoice.documentDate);
  return {
    kind,
    customerId: invoice.customerId,
    documentDate,
    currency: invoice.currency,
    instalments: [{ dueOn: documentDate, amountMinor }],
    taxMinor: kind === 'write_off' ? ZERO : splitDiscount(amountMinor, invoice).taxMinor,
    reason,
    relatesToId: invoice.documentId,
    source,
  };
}

/** How a posted paper is applied to its invoice. */
export function matchesOf({ parts }: SettlingPaper, posted: Posted): Match[] {
  const [creditItemId] = posted.itemIds;
  if (!creditItemId) throw new Error('a paper has no open item');
  return parts.map(({ itemId, amountMinor }) => ({ debitItemId: itemId, creditItemId, amountMinor }));
}

/** What came of a paper. */
export function restOf(paper: SettlingPaper, { documentId, number }: Posted): SettledRest {
  const { kind, invoice, parts } = paper;
  const amountMinor = sumOf(parts.map((part) => part.amountMinor));
  return { documentId, kind, number, invoiceId: invoice.documentId, amountMinor };
}

/** What is to be noted of a paper in the activity. */
export function paperDeed(paper: SettlingPaper, posted: Posted): Deed {
  const { customerId, currency, number: invoice } = paper.invoice;
  const { documentId, kind, number, amountMinor } = restOf(paper, posted);
  return {
    verb: `${kind}_posted`,
    objectKind: 'document',
    objectId: documentId,
    customerId,
    after: { number, amountMinor, currency, invoice, reason: paper.reason },
  };
}
