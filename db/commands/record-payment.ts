import type { Actor } from '@/lib/actor';
import { drawFrom, type Part } from '@/lib/domain/allocation';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentSource } from '@/lib/domain/documents';
import type { Rate } from '@/lib/domain/exchange';
import { type Minor, sumOf, toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { type OpenDebitRow, openCredits, openDebits, openDebitsAmong } from '../queries/open-debits';
import { settledInvoices } from '../queries/settled-invoices';
import { disputes } from '../schema/disputes';
import type { Tx } from '../scope';
import { allocate } from './allocate';
import { applyCreditParts, type CreditPart } from './apply-credit-parts';
import { statedRate } from './document-rates';
import { lockCustomer, lockCustomers } from './lock-customers';
import { type Apply, assertTheirs, discountedDebits, effectiveDays, partsOf } from './payment-parts';
import { planRests, type Rests } from './plan-rests';
import { type PaymentSide, type Posting, postDocuments } from './post-documents';
import { queueReceipts } from './queue-receipts';
import { type Deed, recordActivities } from './record-activity';
import { matchesOf, paperDeed, postingOf, restOf, type SettledRest } from './settling-paper';

/** Money that arrived. */
export interface RecordPayment {
  readonly customerId: string;
  readonly receivedOn: PlainDate;
  readonly amountMinor: Minor;
  /** Left out: the customer's currency. */
  readonly currency?: string;
  readonly payment: PaymentSide;
  /** Units of the base currency for one of this one; left out: the last rate known on the day. */
  readonly rate?: Rate;
  readonly apply: Apply;
  /** Every discount for early payment that the money earns is given with it. */
  readonly takeDiscount?: boolean;
  /** Also use credit that is already on the account: after this payment's own money, or before it as it is listed. */
  readonly useCredit?: boolean | readonly CreditPart[];
  readonly source: DocumentSource;
}

/** What was booked. */
export interface RecordedPayment {
  readonly documentId: string;
  readonly number: string;
  /** What no invoice took; it stays on the account. */
  readonly unappliedMinor: Minor;
  readonly allocationIds: readonly string[];
  /** What was posted for what the payment left open: discounts, write-offs and credit memos. */
  readonly settled: readonly SettledRest[];
}

/**
 * Books money that arrived and applies it. Two clerks paying one invoice at once are served one after the other, the
 * second on what the first left. An overpayment stays on the account.
 * @throws Refusal `not_found`, `amount_must_be_positive`, `amount_too_large`, `over_allocation`, `exceeds_remaining`,
 * `duplicate_allocation`, `period_locked`, `customer_archived`, `effective_too_early`, `write_off_limit`.
 */
export async function recordPayment(tx: Tx, actor: Actor, input: RecordPayment): Promise<RecordedPayment> {
  const { customerId, receivedOn, amountMinor } = input;
  if (amountMinor <= 0) throw new Refusal('amount_must_be_positive', 'Enter an amount above zero.', 'amount');
  const currency = input.currency ?? (await lockCustomer(tx, customerId)).currency;
  const { apply, useCredit = false } = input;
  const account = { customerId, currency };
  const creditIds =
    typeof useCredit === 'boolean'
      ? []
      : await applyListed(tx, actor, { ...account, on: receivedOn }, useCredit);
  // Sent together, and carried out in this order: what is open is read once nobody else can change it.
  const [locked, debits, credits] = await Promise.all([
    lockCustomers(tx, [customerId]),
    debitsFor(tx, account, apply),
    useCredit === true ? openCredits(tx, customerId, currency) : [],
  ]);
  if (typeof apply !== 'string') await assertTheirs(tx, customerId, apply, debits);
  const takeDiscount = input.takeDiscount ?? false;
  const available = sumOf([amountMinor, ...credits.map((credit) => credit.leftMinor)]);
  const payable =
    takeDiscount && typeof apply === 'string' ? await discounted(tx, debits, receivedOn) : debits;
  const parts = partsOf(apply, available, payable);
  const rests = await planRests(tx, { ...input, takeDiscount, debits, parts });
  const postings = [paymentOf(input, currency), ...rests.papers.map(postingOf)];
  const [posted, ...papers] = await postDocuments(tx, actor, postings, locked);
  const creditItemId = posted?.itemIds[0];
  if (!posted || !creditItemId) throw new Error('the payment was not posted');
  const { draws, missingMinor } = drawFrom([{ creditItemId, leftMinor: amountMinor }, ...credits], parts);
  if (missingMinor > 0)
    throw new Refusal(
      'exceeds_remaining',
      'The invoices take more than was received. Lower an amount.',
      'amount',
    );
  const matches = onDays(draws, effectiveDays(apply, debits));
  const pairs = rests.papers.flatMap((paper, i) => (papers[i] ? [{ paper, made: papers[i] }] : []));
  const settling = pairs.flatMap(({ paper, made }) => matchesOf(paper, made));
  const contested = await openDisputes(tx, actor, { customerId, currency, debits }, rests.disputes);
  const own = draws.flatMap((draw) => (draw.creditItemId === creditItemId ? draw.amountMinor : []));
  const unappliedMinor = toMinor(amountMinor - sumOf(own));
  const { documentId, number } = posted;
  const [allocationIds] = await Promise.all([
    allocate(tx, actor, [...matches, ...settling]),
    recordActivities(tx, actor, [
      ...contested,
      {
        verb: 'payment_recorded',
        objectKind: 'document',
        objectId: documentId,
        customerId,
        after: { number, amountMinor, currency, unappliedMinor, invoices: invoicesPaid(parts, debits) },
      },
      ...pairs.map(({ paper, made }) => paperDeed(paper, made)),
    ]),
  ]);
  const { method } = input.payment;
  await queueReceipts(tx, actor, [{ ...posted, customerId, currency, amountMinor, receivedOn, method }]);
  return {
    documentId,
    number,
    unappliedMinor,
    allocationIds: [...creditIds, ...allocationIds.slice(0, matches.length)],
    settled: pairs.map(({ paper, made }) => restOf(paper, made)),
  };
}

/** Opens disputes, and tells what is to be noted of them. */
async function openDisputes(
  tx: Tx,
  actor: Actor,
  { customerId, currency, debits }: { customerId: string; currency: string; debits: readonly OpenDebitRow[] },
  opened: Rests['disputes'],
): Promise<Deed[]> {
  if (opened.length === 0) return [];
  const rows = opened.map((row) => ({ ...row, id: uuid7(), customerId, createdBy: actor.userId }));
  await tx.insert(disputes).values(rows);
  const numbers = new Map(debits.map((debit) => [debit.documentId, debit.number]));
  return rows.map(({ id, documentId, amountMinor, reason }) => ({
    verb: 'dispute_opened',
    objectKind: 'dispute',
    objectId: id,
    customerId,
    after: { number: numbers.get(documentId), amountMinor, currency, reason },
  }));
}

function onDays<D extends { readonly debitItemId: string }>(
  draws: readonly D[],
  days: ReadonlyMap<string, PlainDate>,
): (D & { readonly effectiveOn?: PlainDate })[] {
  return draws.map((draw) => {
    const effectiveOn = days.get(draw.debitItemId);
    return effectiveOn ? { ...draw, effectiveOn } : draw;
  });
}

async function applyListed(
  tx: Tx,
  actor: Actor,
  account: Parameters<typeof applyCreditParts>[2],
  parts: readonly CreditPart[],
): Promise<string[]> {
  await lockCustomer(tx, account.customerId);
  return applyCreditParts(tx, actor, account, parts);
}

function debitsFor(
  tx: Tx,
  account: { readonly customerId: string; readonly currency: string },
  apply: Apply,
): Promise<OpenDebitRow[]> {
  if (typeof apply === 'string') return openDebits(tx, account.customerId, account.currency);
  return openDebitsAmong(tx, { ...account, ids: apply.map((part) => part.invoiceId) });
}

async function discounted(tx: Tx, debits: readonly OpenDebitRow[], on: PlainDate): Promise<OpenDebitRow[]> {
  const ids = debits.map((debit) => debit.documentId);
  return discountedDebits(debits, await settledInvoices(tx, ids), on);
}

function paymentOf(input: RecordPayment, currency: string): Posting {
  const { customerId, receivedOn, amountMinor, source, payment } = input;
  return {
    kind: 'payment',
    customerId,
    documentDate: receivedOn,
    currency,
    instalments: [{ dueOn: receivedOn, amountMinor }],
    source,
    payment,
    ...(input.rate ? { rate: statedRate(input.rate, receivedOn) } : {}),
  };
}

function invoicesPaid(parts: readonly Part[], debits: readonly OpenDebitRow[]) {
  const numbers = new Map(debits.map((debit) => [debit.itemId, debit.number]));
  return parts
    .slice(0, 50)
    .map((part) => ({ number: numbers.get(part.itemId), amountMinor: part.amountMinor }));
}
