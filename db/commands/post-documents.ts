import { sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { CREDIT_KINDS, type DocumentKind, type DocumentSource } from '@/lib/domain/documents';
import { MAX_DOCUMENT_MINOR, type Minor, sumOf, toMinor, ZERO } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { insertTogether, rowsOf } from '../insert-rows';
import { assertOpenPeriod } from '../queries/book-rules';
import type { DocumentRate } from '../queries/exchange-rates';
import { documentLines, documents, paymentDetails } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { assertBaseAmount, documentRates } from './document-rates';
import { type LockedCustomer, lockCustomers } from './lock-customers';
import { lockedRules } from './lock-ledger';
import { type TakenNumber, takeNumbers } from './take-numbers';

/** What is to be posted. Amounts are magnitudes, 0 or above; the kind gives the sign. */
export interface Posting {
  readonly kind: DocumentKind;
  readonly customerId: string;
  readonly documentDate: PlainDate;
  readonly currency: string;
  /** The parts of the document's total by due day; one part unless it is payable in instalments. */
  readonly instalments: readonly { readonly dueOn: PlainDate; readonly amountMinor: Minor }[];
  /** The id of a draft that it was; left out, a new one. */
  readonly id?: string;
  /** A number from outside; left out, the next of the organization's own series. */
  readonly number?: string;
  readonly taxMinor?: Minor;
  readonly reason?: string;
  /** The customer's own number for what it ordered. */
  readonly purchaseOrder?: string;
  /** With kind `reversal`: what is reversed, and whether the reversal is a credit. */
  readonly reverses?: { readonly documentId: string; readonly asCredit: boolean };
  /** What it is about: the invoice of a credit memo or late fee, the credit that a refund pays back. */
  readonly relatesToId?: string;
  /** The rate it is posted with; null for none, left out for the last one known on its day. */
  readonly rate?: DocumentRate | null;
  readonly source: DocumentSource;
  readonly importId?: string;
  readonly lines?: readonly PostingLine[];
  readonly payment?: PaymentSide;
}

/** One line: quantity and tax percent are exact decimals as text. */
interface PostingLine {
  readonly serviceId?: string;
  readonly beneficiaryId?: string;
  readonly description: string;
  readonly quantity: string;
  readonly unitPriceMinor: Minor;
  readonly taxPercent: string;
  readonly taxMinor: Minor;
  readonly netMinor: Minor;
}

/** The bank side of a payment. */
export interface PaymentSide {
  readonly method: string;
  readonly reference?: string;
  readonly payer?: string;
  readonly importKey?: string;
}

/** What came of one posting, in the order of the postings. */
export interface Posted {
  readonly documentId: string;
  readonly number: string;
  readonly documentDate: PlainDate;
  /** One per instalment. */
  readonly itemIds: readonly string[];
}

/**
 * Posts documents: gives each its number and its open items. The one way in which anything comes to be owed.
 * Customers are locked until the transaction ends, but for those that the caller holds and has read since. Allocates nothing and
 * notes no activity: that is the caller's.
 * @throws Refusal `not_found`, `customer_archived`, `period_locked`, `amount_too_large`, `duplicate_number`,
 * `invalid` for a rate of the base currency itself.
 */
export async function postDocuments(
  tx: Tx,
  actor: Pick<Actor, 'userId'>,
  postings: readonly Posting[],
  locked: ReadonlyMap<string, LockedCustomer> = new Map(),
): Promise<Posted[]> {
  if (postings.length === 0) return [];
  const others = postings.flatMap(({ customerId }) => (locked.has(customerId) ? [] : [customerId]));
  // Sent together, and carried out in this order: customers, ledger, numbers.
  const [rest, rules, numbers] = await Promise.all([
    lockCustomers(tx, others),
    lockedRules(tx),
    numbersFor(tx, postings),
  ]);
  const base = rules.currency;
  const rates = await documentRates(tx, postings, base);
  const built = postings.map((posting, index) => {
    const customer = locked.get(posting.customerId) ?? rest.get(posting.customerId);
    const number = numbers[index];
    if (!customer || !number) throw new Error('a posting lost its customer or its number');
    if (customer.archivedAt && posting.kind !== 'reversal')
      throw new Refusal('customer_archived', `${customer.name} is archived. Restore the customer first.`);
    assertOpenPeriod(posting.documentDate, rules, 'date');
    const rate = rates[index] ?? null;
    const { name, address } = customer;
    return build(posting, number, { name, address, userId: actor.userId, rate, base });
  });
  await insertTogether(tx, [
    rowsOf(
      documents,
      built.map((each) => each.document),
    ),
    rowsOf(
      documentLines,
      built.flatMap((each) => each.lines),
    ),
    rowsOf(
      paymentDetails,
      built.flatMap((each) => each.payment),
    ),
    rowsOf(
      openItems,
      built.flatMap((each) => each.items),
    ),
  ]);
  return built.map(({ document, items }) => ({
    documentId: document.id,
    number: document.number,
    documentDate: document.documentDate,
    itemIds: items.map((item) => item.id),
  }));
}

async function numbersFor(
  tx: Tx,
  postings: readonly Posting[],
): Promise<{ number: string; sequence: number | null }[]> {
  const kinds = [...new Set(postings.filter((p) => p.number === undefined).map((p) => p.kind))].toSorted();
  const [own] = await Promise.all([
    Promise.all(
      kinds.map(async (kind) => {
        const count = postings.filter((p) => p.kind === kind && p.number === undefined).length;
        return [kind, await takeNumbers(tx, kind, count)] as const;
      }),
    ),
    assertUnused(tx, postings),
  ]);
  const taken = new Map(own);
  const borne = new Set<string>();
  return postings.map(({ kind, number: given }) => {
    const { number, sequence } =
      given === undefined ? nextOf(taken.get(kind)) : { number: given, sequence: null };
    if (borne.size === borne.add(`${kind} ${number}`).size) throw alreadyUsed(number);
    return { number, sequence };
  });
}

function nextOf(taken: TakenNumber[] | undefined): TakenNumber {
  const next = taken?.shift();
  if (!next) throw new Error('the number series gave too few numbers');
  return next;
}

/** @throws Refusal `duplicate_number` for a number from outside that is borne already. The caller holds the ledger. */
async function assertUnused(tx: Tx, postings: readonly Posting[]): Promise<void> {
  const given = postings.flatMap(({ kind, number }) => (number === undefined ? [] : [{ kind, number }]));
  if (given.length === 0) return;
  const [borne] = await tx
    .execute<{ number: string }>(
      sql`select number from ${documents}
        join jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (kind text, number text) using (kind, number)
        limit 1`,
    )
    .execute();
  if (borne) throw alreadyUsed(borne.number);
}

function alreadyUsed(number: string): Refusal {
  return new Refusal('duplicate_number', `${number} is already used. Choose another number.`, 'number');
}

function build(
  posting: Posting,
  { number, sequence }: { number: string; sequence: number | null },
  snapshot: {
    name: string;
    address: string | null;
    userId: string | null;
    rate: DocumentRate | null;
    base: string;
  },
) {
  const { customerId, kind, currency, documentDate, payment } = posting;
  const isCredit =
    posting.reverses?.asCredit ?? (CREDIT_KINDS as readonly DocumentKind[]).includes(posting.kind);
  const signed = (amount: Minor) => (isCredit ? toMinor(-amount) : amount);
  const total = sumOf(posting.instalments.map((part) => part.amountMinor));
  if (total > MAX_DOCUMENT_MINOR)
    throw new Refusal('amount_too_large', 'That amount is larger than one document can carry.', 'amount');
  const { rate, base } = snapshot;
  assertBaseAmount(total, rate, { currency, base });
  const id = posting.id ?? uuid7();
  return {
    document: {
      id,
      customerId,
      kind,
      number,
      sequence,
      documentDate,
      currency,
      amountMinor: signed(total),
      taxMinor: signed(posting.taxMinor ?? ZERO),
      customerName: snapshot.name,
      customerAddress: snapshot.address,
      reason: posting.reason ?? null,
      purchaseOrder: posting.purchaseOrder ?? null,
      reversesId: posting.reverses?.documentId ?? null,
      relatesToId: posting.relatesToId ?? null,
      rateToBase: rate?.rateToBase ?? null,
      rateOn: rate?.rateOn ?? null,
      rateSource: rate?.rateSource ?? null,
      source: posting.source,
      importId: posting.importId ?? null,
      createdBy: snapshot.userId,
    },
    lines: (posting.lines ?? []).map((line, i) => ({
      ...line,
      id: uuid7(),
      documentId: id,
      customerId,
      position: i + 1,
    })),
    payment: payment ? [{ ...payment, documentId: id, customerId }] : [],
    items: posting.instalments.map((part, i) => ({
      id: uuid7(),
      customerId,
      documentId: id,
      kind,
      instalment: i + 1,
      currency,
      amountMinor: signed(part.amountMinor),
      effectiveOn: documentDate,
      dueOn: part.dueOn,
    })),
  };
}
