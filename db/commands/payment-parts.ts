import { and, inArray, ne, or } from 'drizzle-orm';
import { exactMatch, oldestFirst, type Part } from '@/lib/domain/allocation';
import type { PlainDate } from '@/lib/domain/dates';
import { availableDiscount, lessDiscount } from '@/lib/domain/discount';
import { type Minor, sumOf } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import type { OpenDebitRow } from '../queries/open-debits';
import type { SettledInvoice } from '../queries/settled-invoices';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** What becomes of what is left of an invoice that was paid short. */
export interface Rest {
  /** Left open; contested by the customer; let go of; or given up as a credit or a discount. */
  readonly as: 'open' | 'dispute' | 'write_off' | 'credit_memo' | 'discount';
  /** Why. A dispute has one. */
  readonly reason?: string | undefined;
}

/** One invoice's share of a payment, and what becomes of the rest of the invoice. */
export interface PaymentPart {
  /** An invoice, whose instalments are paid oldest due first; or one of its open items. */
  readonly invoiceId: string;
  readonly amountMinor: Minor;
  readonly effectiveOn?: PlainDate;
  /** Left out: it stays open, unless it is small enough for the organization to let it go. */
  readonly rest?: Rest | undefined;
}

/** How a payment is applied: oldest due first; an exact match or else oldest first; nothing yet; or by hand. */
export type Apply = 'oldest' | 'exact' | 'none' | readonly PaymentPart[];

/**
 * Which items get how much of what is available.
 * @throws Refusal `duplicate_allocation`, `amount_must_be_positive`, `over_allocation`.
 */
export function partsOf(apply: Apply, available: Minor, debits: readonly OpenDebitRow[]): readonly Part[] {
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

/** What is to be paid of these debits when every discount that is still offered on a day is taken. */
export function discountedDebits(
  debits: readonly OpenDebitRow[],
  invoices: ReadonlyMap<string, SettledInvoice>,
  on: PlainDate,
): OpenDebitRow[] {
  const payable = [...new Set(debits.map((debit) => debit.documentId))].flatMap((documentId) => {
    const items = debits.filter(belongsTo(documentId));
    const openMinor = sumOf(items.map((item) => item.openMinor));
    const terms = invoices.get(documentId)?.terms ?? null;
    return lessDiscount(items, availableDiscount(terms, { openMinor, on }));
  });
  return payable.filter((debit) => debit.openMinor > 0);
}

/** On which days the parts of a payment that say so take effect, by item. */
export function effectiveDays(apply: Apply, debits: readonly OpenDebitRow[]): Map<string, PlainDate> {
  if (typeof apply === 'string') return new Map();
  return new Map(
    apply.flatMap(({ invoiceId, effectiveOn }) =>
      effectiveOn ? debits.filter(belongsTo(invoiceId)).map((d) => [d.itemId, effectiveOn] as const) : [],
    ),
  );
}

/** Whether a debit is meant by the id of its document or by its own. */
export function belongsTo(invoiceId: string): (debit: OpenDebitRow) => boolean {
  return (debit) => debit.documentId === invoiceId || debit.itemId === invoiceId;
}

/** @throws Refusal `customer_mismatch` when something that is to be paid is another customer's. */
export async function assertTheirs(
  tx: Tx,
  customerId: string,
  parts: readonly PaymentPart[],
  debits: readonly OpenDebitRow[],
): Promise<void> {
  const missing = parts.filter((part) => !debits.some(belongsTo(part.invoiceId)));
  if (missing.length === 0) return;
  const ids = missing.map((part) => part.invoiceId);
  const [foreign] = await tx
    .select({ id: openItems.id })
    .from(openItems)
    .where(
      and(
        or(inArray(openItems.documentId, ids), inArray(openItems.id, ids)),
        ne(openItems.customerId, customerId),
      ),
    )
    .limit(1);
  if (foreign)
    throw new Refusal('customer_mismatch', 'One of the invoices belongs to another customer.', 'allocate');
}
