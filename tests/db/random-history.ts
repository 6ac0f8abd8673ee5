import { applyCredit } from '@/db/commands/apply-credit';
import { createCustomer } from '@/db/commands/create-customer';
import { postCreditMemo } from '@/db/commands/post-credit-memo';
import { postDiscount } from '@/db/commands/post-discount';
import { postLateFee } from '@/db/commands/post-late-fee';
import { postOpeningBalance } from '@/db/commands/post-opening-balance';
import { postTransfer } from '@/db/commands/post-transfer';
import { refundCredit } from '@/db/commands/refund-credit';
import { reverseDocument } from '@/db/commands/reverse-document';
import { undoAllocation } from '@/db/commands/undo-allocations';
import { writeOff } from '@/db/commands/write-off';
import { openCredits, openDebits } from '@/db/queries/open-debits';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { day, owner } from '../world';
import type { World } from './report-at';

/** The first day on which anything happens, and how many days it goes on. */
export const EPOCH = day('2026-01-01');
export const SPAN = 90;

type Random = () => number;

/** Lets `steps` random things happen to a customer, one after the other; many are refused, which is fine. */
export async function happen(w: World, random: Random, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1)
    await anyCommand(w, random).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
}

async function anyCommand(w: World, random: Random): Promise<unknown> {
  const on = anyDay(random);
  const amount = 1 + Math.floor(random() * 500);
  const dice = random();
  if (dice < 0.24) return w.invoice(amount, addDays(on, Math.floor(random() * 30)), { on });
  if (dice < 0.4)
    return w.pay(amount, on, { apply: random() < 0.7 ? 'oldest' : 'none', useCredit: random() < 0.2 });
  if (dice < 0.52) return applySomeCredit(w, random);
  if (dice < 0.64) return undoSome(w, random);
  if (dice < 0.76) return reverseSome(w, random);
  if (dice < 0.84) return withChild(w, random, { on, amount });
  return laterKind(w, random, { on, amount });
}

/** Everything that is neither an invoice nor a payment: credit memos, fees, discounts, write-offs, refunds, opening balances. */
async function laterKind(
  w: World,
  random: Random,
  { on, amount }: { readonly on: PlainDate; readonly amount: number },
): Promise<unknown> {
  const facts = { on, amountMinor: toMinor(amount), reason: 'Agreed', source: 'staff' } as const;
  const { customerId } = w;
  return w.write(async (tx) => {
    const debit = pick(await openDebits(tx, customerId, 'USD'), random);
    const credit = pick(await openCredits(tx, customerId, 'USD'), random);
    const dice = Math.floor(random() * 6);
    const small = { ...facts, amountMinor: toMinor(1 + Math.floor(random() * 20)) };
    if (dice === 0)
      return postCreditMemo(tx, w.admin, {
        customerId,
        creditDate: on,
        lines: [],
        total: { totalMinor: toMinor(amount), taxMinor: toMinor(0) },
        source: 'staff',
        ...(debit && random() < 0.5 ? { applyTo: debit.documentId } : {}),
      });
    if (dice === 1) return postLateFee(tx, w.admin, { ...small, about: { customerId, currency: 'USD' } });
    if (dice === 2)
      return postOpeningBalance(tx, w.admin, {
        customerId,
        on,
        amountMinor: toMinor(random() < 0.5 ? amount : -amount),
        source: 'staff',
      });
    if (dice === 3 && debit) return postDiscount(tx, w.admin, { ...small, invoiceId: debit.documentId });
    if (dice === 4 && debit) return writeOff(tx, w.admin, { ...small, id: debit.documentId });
    if (!credit) return null;
    const from = { customerId, currency: 'USD' };
    return refundCredit(tx, w.admin, {
      from,
      amountMinor: small.amountMinor,
      refundedOn: on,
      source: 'staff',
    });
  });
}

/** Bills the customer's child, or lets the customer pay for it, or takes that back. */
async function withChild(
  w: World,
  random: Random,
  { on, amount }: { readonly on: PlainDate; readonly amount: number },
): Promise<unknown> {
  const child = await childOf(w);
  const dice = random();
  if (dice < 0.35) return w.invoice(amount, on, { on, customerId: child });
  return w.write(async (tx) => {
    const made = await owner<{ id: string }[]>`
      select payer_document_id as id from transfers where org_id = ${w.org.id} order by id`;
    const side = pick(made, random);
    if (dice < 0.5 && side)
      return reverseDocument(tx, w.admin, {
        documentId: side.id,
        kind: 'transfer_in',
        reason: 'Wrong',
        source: 'staff',
        ...(random() < 0.5 ? { on } : {}),
      });
    const debit = pick(await openDebits(tx, child, 'USD'), random);
    const credit = pick(await openCredits(tx, w.customerId, 'USD'), random);
    if (!debit || !credit) return null;
    const most = Math.min(debit.openMinor, credit.leftMinor);
    return postTransfer(tx, w.admin, {
      creditId: credit.creditItemId,
      invoiceId: debit.documentId,
      amountMinor: toMinor(1 + Math.floor(random() * most)),
      on: addDays(EPOCH, SPAN - Math.floor(random() * 20)),
      source: 'staff',
    });
  });
}

/** The customer below the world's own, made when it is first wanted. */
async function childOf(w: World): Promise<string> {
  const [known] = await owner<{ id: string }[]>`
    select id from customers where org_id = ${w.org.id} and parent_id = ${w.customerId} limit 1`;
  if (known) return known.id;
  const facts = { name: 'Child', code: null, parentId: w.customerId };
  return (await w.write((tx) => createCustomer(tx, w.admin, facts))).customerId;
}

async function applySomeCredit(w: World, random: Random): Promise<void> {
  await w.write(async (tx) => {
    const debit = pick(await openDebits(tx, w.customerId, 'USD'), random);
    const credit = pick(await openCredits(tx, w.customerId, 'USD'), random);
    if (!debit || !credit) return;
    const most = Math.min(debit.openMinor, credit.leftMinor);
    const match = {
      debitItemId: debit.itemId,
      creditItemId: credit.creditItemId,
      amountMinor: toMinor(1 + Math.floor(random() * most)),
    };
    await applyCredit(tx, w.admin, [
      random() < 0.3 ? { ...match, effectiveOn: addDays(EPOCH, SPAN - 5) } : match,
    ]);
  });
}

async function undoSome(w: World, random: Random): Promise<void> {
  const rows = await owner<{ id: string }[]>`
    select id from allocations where org_id = ${w.org.id} and amount_minor > 0 order by id`;
  const chosen = pick(rows, random);
  if (!chosen) return;
  const on = anyDay(random);
  await w.write((tx) =>
    undoAllocation(tx, w.admin, { allocationId: chosen.id, ...(random() < 0.5 ? { on } : {}) }),
  );
}

async function reverseSome(w: World, random: Random): Promise<void> {
  const rows = await owner<{ id: string; kind: 'invoice' | 'payment' | 'credit_memo' }[]>`
    select id, kind from documents where org_id = ${w.org.id} and kind in ('invoice', 'payment', 'credit_memo')
    order by id`;
  const chosen = pick(rows, random);
  if (!chosen) return;
  const on = anyDay(random);
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: chosen.id,
      kind: chosen.kind,
      reason: 'Wrong',
      source: 'staff',
      ...(random() < 0.5 ? { on } : {}),
    }),
  );
}

function anyDay(random: Random): PlainDate {
  return addDays(EPOCH, Math.floor(random() * SPAN));
}

/** One of a list; undefined of an empty one. */
export function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** Numbers from 0 to 1 that depend on the seed alone. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
