import type { OpenDebit, Part } from '@/lib/domain/allocation';
import { type Minor, toMinor } from '@/lib/domain/money';
import { importKey, type KeyParts } from './import-key';
import { type Plan, type PlanBasis, PlanBuilder, type PlannedFor, type PlannedPayment } from './plan';
import type { KnownInvoice } from './plan-invoices';
import type { CustomerRef, PaymentRow, ReadRows } from './read-rows';

/** An invoice that payments name, with what is open of it, oldest due first. */
export type PayableInvoice = KnownInvoice & { readonly items: readonly OpenDebit[] };

/** What a payment's key stands for in the books. */
export interface KeyUse {
  /** Whether it was booked and its import still stands. */
  readonly isBooked: boolean;
  /** The key under which it can be booked. */
  readonly free: string;
}

/** What the books hold that payments of a file could touch. */
export interface PaymentBooks {
  /** By the number that a row names. */
  readonly invoices: ReadonlyMap<string, PayableInvoice>;
  /** By the first key of a row. */
  readonly keys: ReadonlyMap<string, KeyUse>;
  /** Everything open, by customer and currency ("id USD"); empty unless payments go to the oldest. */
  readonly debits: ReadonlyMap<string, readonly OpenDebit[]>;
}

/** A row with the customer it names, when the books know him, and its key. */
export interface KeyedPayment {
  readonly row: PaymentRow;
  readonly customerId: string | null;
  /** '' while there is no customer: nothing of a new one can have been booked before. */
  readonly key: string;
  readonly occurrence: number;
}

/** Gives each payment of a file its key, in order: equal rows are the first, the second … of their kind. */
export function keyPayments(
  rows: readonly PaymentRow[],
  { directory }: Pick<PlanBasis, 'directory'>,
  invoices: ReadonlyMap<string, KnownInvoice>,
): KeyedPayment[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const named = isNamed(row.customer) ? directory.known(row.customer)?.id : undefined;
    const customerId =
      named ?? (isNamed(row.customer) ? null : (invoices.get(row.invoiceNumber)?.customerId ?? null));
    if (customerId === null) return { row, customerId, key: '', occurrence: 0 };
    const base = importKey(row, { customerId, occurrence: 0, generation: 0 });
    const occurrence = seen.get(base) ?? 0;
    seen.set(base, occurrence + 1);
    const key = occurrence === 0 ? base : importKey(row, { customerId, occurrence, generation: 0 });
    return { row, customerId, key, occurrence };
  });
}

/** Plans a file of payments: which are new, and which open items each pays. */
export function planPayments(
  { rows, problems }: Pick<ReadRows<KeyedPayment>, 'rows' | 'problems'>,
  basis: PlanBasis,
  books: PaymentBooks,
): Plan {
  const plan = new PlanBuilder(basis, problems);
  const accepted = rows.flatMap((keyed) => {
    if (books.keys.get(keyed.key)?.isBooked) {
      plan.alreadyThere.push(keyed.row.row);
      return [];
    }
    const payer = payerOf(keyed, plan, books);
    if (!payer || !plan.isOpen(keyed.row.row, 'receivedOn', keyed.row.receivedOn)) return [];
    if (!plan.add(keyed.row.row, keyed.row.currency, keyed.row.amountMinor)) return [];
    return [{ ...keyed, customerId: plan.use(payer) }];
  });
  const parts = applied(accepted, basis.mapping.apply === 'oldest', books);
  const newKeys = new Map<string, number>();
  const payments = accepted.map(
    ({ row: { customer: _customer, ...row }, customerId, key }): PlannedPayment => {
      const rowParts = parts.get(row.row) ?? [];
      const left = rowParts.reduce<number>((sum, part) => sum - part.amountMinor, row.amountMinor);
      if (left > 0) plan.addUnapplied(row.currency, toMinor(left));
      if (left > 0 && row.invoiceNumber !== '')
        plan.note(
          row.row,
          { id: 'invoiceNumber', value: row.invoiceNumber },
          onAccount(left === row.amountMinor),
        );
      return {
        ...row,
        customerId,
        importKey: books.keys.get(key)?.free ?? (key || freshKey(row, customerId, newKeys)),
        parts: rowParts,
      };
    },
  );
  return plan.build({ payments });
}

/** Who pays: the customer of the row, or of the invoice it names. Null when the row was refused. */
function payerOf(
  { row, customerId: known }: KeyedPayment,
  plan: PlanBuilder,
  books: PaymentBooks,
): PlannedFor | null {
  const invoice = books.invoices.get(row.invoiceNumber);
  const refuse = (problem: string, hint: string) => {
    plan.refuse(row.row, { id: 'invoiceNumber', value: row.invoiceNumber }, { problem, hint });
    return null;
  };
  const named = `Invoice ${row.invoiceNumber}`;
  if (row.invoiceNumber !== '' && !invoice)
    return refuse(`${named} is not in the books.`, 'Import the invoices first, or correct the number.');
  if (invoice?.isVoid)
    return refuse(`${named} is void.`, 'Leave the invoice empty to keep the money on account.');
  if (invoice && isNamed(row.customer) && invoice.customerId !== known)
    return refuse(
      `${named} belongs to ${invoice.customerName}, not to ${row.customer.code || row.customer.name}.`,
      'Correct the number or the customer, or map only the invoice.',
    );
  if (invoice && invoice.currency !== row.currency)
    return refuse(
      `${named} is in ${invoice.currency}, and this payment in ${row.currency}.`,
      'Leave the invoice empty to keep the money on account.',
    );
  if (invoice && !isNamed(row.customer)) return { id: invoice.customerId };
  return plan.customerOf(row);
}

/** Parts by row number. Who names an invoice comes first, then the others; each in the order in which money arrived. */
function applied(
  payments: readonly (KeyedPayment & { readonly customerId: string })[],
  toOldest: boolean,
  books: PaymentBooks,
): Map<number, readonly Part[]> {
  const taken = new Map<string, number>();
  const done = new Map<string, number>();
  const parts = new Map<number, readonly Part[]>();
  for (const { row, customerId } of payments.toSorted(byArrival)) {
    const account = `${customerId} ${row.currency}`;
    if (row.invoiceNumber !== '') {
      const items = books.invoices.get(row.invoiceNumber)?.items ?? [];
      parts.set(row.row, take(row.amountMinor, items, { taken, from: 0 }).parts);
    } else if (toOldest) {
      const items = books.debits.get(account) ?? [];
      const took = take(row.amountMinor, items, { taken, from: done.get(account) ?? 0 });
      done.set(account, took.next);
      parts.set(row.row, took.parts);
    }
  }
  return parts;
}

function byArrival({ row: a }: KeyedPayment, { row: b }: KeyedPayment): number {
  const named = Number(a.invoiceNumber === '') - Number(b.invoiceNumber === '');
  return named || a.receivedOn.localeCompare(b.receivedOn) || a.row - b.row;
}

/** Pays items in their order from position `from` on, after what was `taken` of them; `next` is the first not paid in full. */
function take(
  amountMinor: Minor,
  items: readonly OpenDebit[],
  { taken, from }: { readonly taken: Map<string, number>; readonly from: number },
): { readonly parts: readonly Part[]; readonly next: number } {
  const parts: Part[] = [];
  let left: number = amountMinor;
  let at = from;
  for (; at < items.length && left > 0; at++) {
    const item = items[at];
    if (!item) break;
    const before = taken.get(item.itemId) ?? 0;
    const amount = Math.min(left, item.openMinor - before);
    if (amount <= 0) continue;
    parts.push({ itemId: item.itemId, amountMinor: toMinor(amount) });
    taken.set(item.itemId, before + amount);
    left -= amount;
    if (before + amount < item.openMinor) break;
  }
  return { parts, next: at };
}

function onAccount(isAll: boolean): string {
  return isAll
    ? 'Nothing is open on this invoice. The payment stays on account.'
    : 'More than is open on this invoice. The rest stays on account.';
}

/** The key of a payment of a customer who is new. */
function freshKey(
  row: Parameters<typeof importKey>[0],
  customerId: KeyParts['customerId'],
  seen: Map<string, number>,
): string {
  const base = importKey(row, { customerId, occurrence: 0, generation: 0 });
  const occurrence = seen.get(base) ?? 0;
  seen.set(base, occurrence + 1);
  return occurrence === 0 ? base : importKey(row, { customerId, occurrence, generation: 0 });
}

function isNamed({ code, name }: CustomerRef): boolean {
  return code !== '' || name !== '';
}
