import type { Part } from '@/lib/domain/allocation';
import { later, type PlainDate } from '@/lib/domain/dates';
import { earnedDiscount } from '@/lib/domain/discount';
import type { DocumentSource } from '@/lib/domain/documents';
import { type Minor, sumOf, toMinor, ZERO } from '@/lib/domain/money';
import { isTolerated } from '@/lib/domain/tolerance';
import { Refusal } from '@/lib/refusal';
import { assertWriteOffLimit, type BookRules } from '../queries/book-rules';
import type { OpenDebitRow } from '../queries/open-debits';
import { type SettledInvoice, settledInvoices } from '../queries/settled-invoices';
import type { Tx } from '../scope';
import { lockedRules } from './lock-ledger';
import { type Apply, belongsTo } from './payment-parts';
import type { SettlingPaper } from './settling-paper';

/** A payment as far as what it leaves open is concerned. */
interface ShortPayment {
  readonly receivedOn: PlainDate;
  readonly apply: Apply;
  readonly takeDiscount: boolean;
  readonly source: DocumentSource;
  /** What the invoices had open before, all items of each. */
  readonly debits: readonly OpenDebitRow[];
  /** What the payment gives them. */
  readonly parts: readonly Part[];
}

/** What becomes of what a payment leaves open of the invoices that it pays. */
export interface Rests {
  readonly papers: readonly SettlingPaper[];
  readonly disputes: readonly {
    readonly documentId: string;
    readonly amountMinor: Minor;
    readonly reason: string;
    readonly openedOn: PlainDate;
  }[];
}

/**
 * Decides what becomes of the rest of each invoice that a payment pays: first the discount that it earned, then what was
 * said of the rest, and what nothing was said of is written off when it is small enough. The caller holds the customer.
 * @throws Refusal `write_off_limit`; `invalid` for a dispute without a reason.
 */
export async function planRests(tx: Tx, payment: ShortPayment): Promise<Rests> {
  const left = new Map(payment.debits.map((debit) => [debit.itemId, debit.openMinor]));
  const byItem = new Map(payment.debits.map((debit) => [debit.itemId, debit]));
  for (const { itemId, amountMinor } of payment.parts)
    left.set(itemId, toMinor((left.get(itemId) ?? 0) - amountMinor));
  const paid = new Set(payment.parts.flatMap((part) => byItem.get(part.itemId)?.documentId ?? []));
  const short = payment.debits.filter(
    (debit) => paid.has(debit.documentId) && (left.get(debit.itemId) ?? 0) > 0,
  );
  if (short.length === 0) return { papers: [], disputes: [] };
  const documentIds = short.map((debit) => debit.documentId);
  const [invoices, rules] = await Promise.all([settledInvoices(tx, documentIds), lockedRules(tx)]);
  const plan = { ...payment, invoices, rules, left };
  const discounts = payment.takeDiscount ? earnedDiscounts(plan) : [];
  const { papers, disputes, spoken } = saidOfRests(plan);
  return { papers: [...discounts, ...papers, ...smallDifferences(plan, spoken)], disputes };
}

type Plan = ShortPayment & {
  readonly invoices: ReadonlyMap<string, SettledInvoice>;
  readonly rules: BookRules;
  /** What is left of each item; goes down with every paper. */
  readonly left: Map<string, Minor>;
};

function earnedDiscounts(plan: Plan): SettlingPaper[] {
  return [...plan.invoices.values()].flatMap((invoice) => {
    const items = plan.debits.filter((debit) => debit.documentId === invoice.documentId);
    const openMinor = sumOf(items.map((item) => item.openMinor));
    const paidMinor = toMinor(openMinor - leftOf(plan, items));
    const earned = { openMinor, paidMinor, on: plan.receivedOn };
    const discount = earnedDiscount(invoice.terms, earned);
    const wasPaid = (item: OpenDebitRow) => plan.left.get(item.itemId) !== item.openMinor;
    const order = [...items.filter(wasPaid), ...items.filter((item) => !wasPaid(item))];
    return paperOf(plan, order, { kind: 'discount', amountMinor: discount, reason: 'Paid early' });
  });
}

function saidOfRests(plan: Plan) {
  const papers: SettlingPaper[] = [];
  const disputes: Rests['disputes'][number][] = [];
  const spoken = new Set<string>();
  for (const { invoiceId, rest } of typeof plan.apply === 'string' ? [] : plan.apply) {
    const items = plan.debits.filter(belongsTo(invoiceId));
    const [{ documentId } = { documentId: '' }] = items;
    const amountMinor = leftOf(plan, items);
    if (!rest) continue;
    spoken.add(documentId);
    if (rest.as === 'open' || amountMinor === 0) continue;
    if (rest.as === 'dispute') {
      if (!rest.reason) throw new Refusal('invalid', 'Say why the rest is in dispute.', 'shortPay');
      disputes.push({ documentId, amountMinor, reason: rest.reason, openedOn: plan.receivedOn });
      continue;
    }
    const currency = plan.invoices.get(documentId)?.currency ?? plan.rules.currency;
    if (rest.as === 'write_off') assertWriteOffLimit(plan.rules, { amountMinor, currency });
    const reason = rest.reason ?? 'Paid short';
    papers.push(...paperOf(plan, items, { kind: rest.as, amountMinor, reason }));
  }
  return { papers, disputes, spoken };
}

/** The limits are in the base currency, so what is left in another is kept. */
function smallDifferences(plan: Plan, spoken: ReadonlySet<string>): SettlingPaper[] {
  const { currency, tolerance } = plan.rules;
  return [...plan.invoices.values()].flatMap((invoice) => {
    const items = plan.debits.filter((debit) => debit.documentId === invoice.documentId);
    const amountMinor = leftOf(plan, items);
    const isKept = spoken.has(invoice.documentId) || invoice.currency !== currency;
    if (isKept || !isTolerated(tolerance, invoice.amountMinor, amountMinor)) return [];
    return paperOf(plan, items, { kind: 'write_off', amountMinor, reason: 'Small difference' });
  });
}

function leftOf(plan: Plan, items: readonly OpenDebitRow[]): Minor {
  return sumOf(items.map((item) => plan.left.get(item.itemId) ?? ZERO));
}

/** A paper over items in their order, each as far as it is open; none for nothing. */
function paperOf(
  plan: Plan,
  items: readonly OpenDebitRow[],
  { amountMinor, ...what }: Pick<SettlingPaper, 'kind' | 'reason'> & { readonly amountMinor: Minor },
): SettlingPaper[] {
  const invoice = plan.invoices.get(items[0]?.documentId ?? '');
  const parts: Part[] = [];
  let missing: number = amountMinor;
  for (const { itemId } of items) {
    const share = toMinor(Math.min(missing, plan.left.get(itemId) ?? 0));
    if (share <= 0) continue;
    parts.push({ itemId, amountMinor: share });
    plan.left.set(itemId, toMinor((plan.left.get(itemId) ?? 0) - share));
    missing -= share;
  }
  if (!invoice || parts.length === 0) return [];
  const on = later(plan.receivedOn, invoice.documentDate);
  return [{ ...what, invoice, parts, on, source: plan.source }];
}
