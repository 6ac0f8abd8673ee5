import { rowsIn, textIn } from '../api';
import type { Books } from '../books';
import type { Words } from '../case-file';
import { expectMoney, expectWord, Mismatch } from '../outcome';
import type { Checks } from './check';
import { eachNamed, wordsOf } from './each';

const payments = eachNamed(async (books, name, expected, where) => {
  const found = await books.api.get(`/payments/${books.paper(name, 'payment').id}`);
  const reserved = reservedOf(books, name);
  const [used, left] = [Number(found.used_amount), Number(found.unallocated_amount)];
  const fields = {
    amount: found.amount,
    applied: used + reserved.total,
    unapplied: left - reserved.total,
    refunded: found.refunded_amount,
  };
  for (const [field, value] of Object.entries(fields)) {
    const wanted = expected.value(field);
    if (wanted !== undefined) expectMoney(`${where}.${field}`, wanted, value);
  }
  const status = expected.maybeText('status');
  if (status !== undefined) expectWord(`${where}.status`, status, paymentWords(found, reserved.total));
  const allocations = expected.value('allocations');
  if (allocations !== undefined) {
    const shares = new Map([...sharesOf(books, found), ...reserved.shares]);
    const wanted = wordsOf(allocations, where);
    for (const doc of new Set([...Object.keys(wanted), ...shares.keys()]))
      expectMoney(`${where}.allocations.${doc}`, wanted[doc] ?? 0, shares.get(doc) ?? 0);
  }
});

const credits = eachNamed(async (books, name, expected, where) => {
  const isDraft = books.drafts.has(name);
  const found: Words = isDraft
    ? { status: 'draft', remaining: 0 }
    : await books.api.get(`/credit-memos/${books.paper(name, 'credit').id}`);
  const remaining = expected.value('remaining');
  if (remaining !== undefined) expectMoney(`${where}.remaining`, remaining, found.remaining);
  const status = expected.maybeText('status');
  if (status !== undefined) expectWord(`${where}.status`, status, creditWords(found));
});

/** What payments and credit notes are and what became of them. */
export const PAPER_CHECKS: Checks = { payments, credits };

/** What of a payment is set aside for orders: unapplied in the books, which know of no orders. */
function reservedOf(books: Books, payment: string) {
  const shares = [...books.orders].flatMap(([name, order]): [string, number][] => {
    const amount = order.reserved.get(payment) ?? 0;
    return amount === 0 ? [] : [[name, amount]];
  });
  return { shares, total: shares.reduce((sum, [, amount]) => sum + amount, 0) };
}

/** How much of a payment each document has, by its name in the case. */
function sharesOf(books: Books, found: Words): Map<string, number> {
  const shares = new Map<string, number>();
  for (const each of rowsIn(found.allocations)) {
    const name = books.nameOf(each.document_id);
    if (each.undone_on !== null || each.kind === 'refund' || each.kind === 'reversal') continue;
    if (name === null || typeof each.amount !== 'number')
      throw new Mismatch('an application of a payment', 'a document of the case', textIn(each.number));
    shares.set(name, (shares.get(name) ?? 0) + each.amount);
  }
  return shares;
}

function paymentWords(found: Words, reserved: number): string[] {
  if (found.reversed_by !== null) return ['cancelled', 'void'];
  const { amount, refunded_amount, unallocated_amount } = found;
  if (refunded_amount === amount) return ['refunded'];
  if (Number(refunded_amount) > 0) return ['partly_refunded'];
  if (Number(unallocated_amount) - reserved === 0) return ['applied', 'paid', 'completed'];
  return unallocated_amount === amount ? ['unapplied', 'open'] : ['partly_applied', 'open'];
}

function creditWords({ status }: Words): string[] {
  switch (textIn(status)) {
    case 'open':
      return ['open', 'unpaid', 'unapplied', 'committed'];
    case 'part_paid':
      return ['partly_applied', 'partly_paid'];
    case 'paid':
      return ['applied', 'paid'];
    case 'void':
      return ['void', 'cancelled'];
    default:
      return [textIn(status)];
  }
}
