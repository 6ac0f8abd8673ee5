import type { Actor } from '@/lib/actor';
import { drawFrom, exactMatch, oldestFirst, type Part } from '@/lib/domain/allocation';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentSource } from '@/lib/domain/documents';
import type { Rate } from '@/lib/domain/exchange';
import { type Minor, sumOf, toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { type OpenDebitRow, openCredits, openDebits, openDebitsAmong } from '../queries/open-debits';
import { disputes } from '../schema/disputes';
import type { Tx } from '../scope';
import { allocate } from './allocate';
import { statedRate } from './document-rates';
import { lockCustomer } from './lock-customers';
import { type PaymentSide, postDocuments } from './post-documents';
import { recordActivity } from './record-activity';

/** One invoice's share of a payment, and what becomes of the rest of the invoice. */
export interface PaymentPart {
  /** An invoice, whose instalments are paid oldest due first; or one of its open items. */
  readonly invoiceId: string;
  readonly amountMinor: Minor;
  readonly effectiveOn?: PlainDate;
  /** The customer contests what is left of the invoice, for this reason. Left out: it stays open. */
  readonly disputeReason?: string;
}

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
  /** Oldest due first; an exact match or else oldest first; nothing yet; or by hand. */
  readonly apply: 'oldest' | 'exact' | 'none' | readonly PaymentPart[];
  /** Also use credit that is already on the account, after this payment's own money. */
  readonly useCredit?: boolean;
  readonly source: DocumentSource;
}

/** What was booked. */
export interface RecordedPayment {
  readonly documentId: string;
  readonly number: string;
  /** What no invoice took; it stays on the account. */
  readonly unappliedMinor: Minor;
  readonly allocationIds: readonly string[];
}

/**
 * Books money that arrived and applies it. Two clerks paying one invoice at once are served one after the other, the
 * second on what the first left. An overpayment stays on the account.
 * @throws Refusal `not_found`, `amount_must_be_positive`, `amount_too_large`, `over_allocation`, `exceeds_remaining`,
 * `duplicate_allocation`, `period_locked`, `customer_archived`, `effective_too_early`.
 */
export async function recordPayment(tx: Tx, actor: Actor, input: RecordPayment): Promise<RecordedPayment> {
  const { customerId, receivedOn, amountMinor } = input;
  if (amountMinor <= 0) throw new Refusal('amount_must_be_positive', 'Enter an amount above zero.', 'amount');
  const customer = await lockCustomer(tx, customerId);
  const currency = input.currency ?? customer.currency;
  const { apply } = input;
  const debits =
    typeof apply === 'string'
      ? await openDebits(tx, customerId, currency)
      : await openDebitsAmong(tx, { customerId, currency, ids: apply.map((part) => part.invoiceId) });
  const credits = input.useCredit ? await openCredits(tx, customerId, currency) : [];
  const [posted] = await postDocuments(tx, actor, [
    {
      kind: 'payment',
      customerId,
      documentDate: receivedOn,
      currency,
      instalments: [{ dueOn: receivedOn, amountMinor }],
      source: input.source,
      payment: input.payment,
      ...(input.rate ? { rate: statedRate(input.rate, receivedOn) } : {}),
    },
  ]);
  const creditItemId = posted?.itemIds[0];
  if (!posted || !creditItemId) throw new Error('the payment was not posted');
  const sources = [{ creditItemId, leftMinor: amountMinor }, ...credits];
  const available = sumOf(sources.map((source) => source.leftMinor));
  const parts = partsOf(apply, available, debits);
  const { draws, missingMinor } = drawFrom(sources, parts);
  if (missingMinor > 0)
    throw new Refusal(
      'exceeds_remaining',
      'The invoices take more than was received. Lower an amount.',
      'amount',
    );
  const days = effectiveDays(apply, debits);
  const allocationIds = await allocate(
    tx,
    actor,
    draws.map((draw) => {
      const effectiveOn = days.get(draw.debitItemId);
      return effectiveOn ? { ...draw, effectiveOn } : draw;
    }),
  );
  await dispute(tx, actor, input, debits);
  const own = draws.filter((draw) => draw.creditItemId === creditItemId);
  const unappliedMinor = toMinor(amountMinor - sumOf(own.map((draw) => draw.amountMinor)));
  const { documentId, number } = posted;
  await recordActivity(tx, actor, {
    verb: 'payment_recorded',
    objectKind: 'document',
    objectId: documentId,
    customerId,
    after: { number, amountMinor, currency, unappliedMinor, invoices: invoicesPaid(parts, debits) },
  });
  return { documentId, number, unappliedMinor, allocationIds };
}

function partsOf(
  apply: RecordPayment['apply'],
  available: Minor,
  debits: readonly OpenDebitRow[],
): readonly Part[] {
  if (apply === 'none') return [];
  if (apply === 'oldest') return oldestFirst(available, debits).parts;
  if (apply === 'exact') return (exactMatch(available, debits) ?? oldestFirst(available, debits)).parts;
  const ids = new Set(apply.map((part) => part.invoiceId));
  if (ids.size < apply.length)
    throw new Refusal(
      'duplicate_allocation',
      'The same invoice is listed twice. Add the amounts up.',
      'allocate',
    );
  return apply.flatMap((part) => {
    if (part.amountMinor <= 0)
      throw new Refusal(
        'amount_must_be_positive',
        'Enter an amount above zero for each invoice.',
        'allocate',
      );
    const items = debits.filter(belongsTo(part.invoiceId));
    if (items.length === 0)
      throw new Refusal(
        'over_allocation',
        'One of the invoices has nothing open any more. Look again.',
        'allocate',
      );
    const plan = oldestFirst(part.amountMinor, items);
    if (plan.unappliedMinor > 0)
      throw new Refusal(
        'over_allocation',
        `${items[0]?.number} has less open than that. Lower the amount.`,
        'allocate',
      );
    return plan.parts;
  });
}

function effectiveDays(
  apply: RecordPayment['apply'],
  debits: readonly OpenDebitRow[],
): Map<string, PlainDate> {
  if (typeof apply === 'string') return new Map();
  return new Map(
    apply.flatMap(({ invoiceId, effectiveOn }) =>
      effectiveOn ? debits.filter(belongsTo(invoiceId)).map((d) => [d.itemId, effectiveOn] as const) : [],
    ),
  );
}

async function dispute(
  tx: Tx,
  actor: Actor,
  input: RecordPayment,
  debits: readonly OpenDebitRow[],
): Promise<void> {
  if (typeof input.apply === 'string') return;
  const rows = input.apply.flatMap(({ invoiceId, amountMinor, disputeReason }) => {
    const items = debits.filter(belongsTo(invoiceId));
    const open = sumOf(items.map((item) => item.openMinor));
    const documentId = items[0]?.documentId;
    const left = toMinor(open - amountMinor);
    if (!disputeReason || !documentId || left <= 0) return [];
    return [
      {
        customerId: input.customerId,
        documentId,
        amountMinor: left,
        reason: disputeReason,
        openedOn: input.receivedOn,
        createdBy: actor.userId,
      },
    ];
  });
  if (rows.length > 0) await tx.insert(disputes).values(rows);
}

function invoicesPaid(parts: readonly Part[], debits: readonly OpenDebitRow[]) {
  const numbers = new Map(debits.map((debit) => [debit.itemId, debit.number]));
  return parts
    .slice(0, 50)
    .map((part) => ({ number: numbers.get(part.itemId), amountMinor: part.amountMinor }));
}

function belongsTo(invoiceId: string): (debit: OpenDebitRow) => boolean {
  return (debit) => debit.documentId === invoiceId || debit.itemId === invoiceId;
}
