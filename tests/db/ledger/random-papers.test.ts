import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCustomer } from '@/db/commands/create-customer';
import { moveAllocation } from '@/db/commands/move-allocation';
import { postCreditMemo } from '@/db/commands/post-credit-memo';
import { postDiscount } from '@/db/commands/post-discount';
import { postOpeningBalance } from '@/db/commands/post-opening-balance';
import { postTransfer } from '@/db/commands/post-transfer';
import { recoverWriteOff } from '@/db/commands/recover-write-off';
import { refundCredit } from '@/db/commands/refund-credit';
import { reverseDocument } from '@/db/commands/reverse-document';
import { reversePayment } from '@/db/commands/reverse-payment';
import { undoAllocation } from '@/db/commands/undo-allocations';
import { writeOff } from '@/db/commands/write-off';
import { standingInvariants } from '@/db/queries/verify';
import type { Tx } from '@/db/scope';
import { addDays } from '@/lib/domain/dates';
import { toMinor, ZERO } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { createWorld, day, owner } from '../../world';

/** How many histories, and of how many steps each. More with HISTORIES. */
const HISTORIES = Number(process.env.HISTORIES ?? 6);
const STEPS = 45;

type World = Awaited<ReturnType<typeof createWorld>>;

/** A step of a history: what is done, and numbers from which it picks what it is done to. */
interface Step {
  readonly deed: number;
  readonly picks: readonly [number, number, number];
  readonly amount: number;
  readonly day: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  deed: fc.nat(99),
  picks: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  amount: fc.integer({ min: 1, max: 250 }),
  day: fc.integer({ min: 25, max: 120 }),
});

/** What of the organization stands, by kind, and a bit of what was taken back: whatever a step may pick from. */
async function thingsOf(w: World) {
  const documents = await owner<{ id: string; kind: string }[]>`
    select id, kind from documents d where org_id = ${w.org.id} and (id::text like '%7'
      or not exists (select from documents r where r.reverses_id = d.id)) order by id`;
  const applications = await owner<{ id: string }[]>`
    select id from allocations a where org_id = ${w.org.id} and reverses_id is null and (id::text like '%7'
      or not exists (select from allocations u where u.reverses_id = a.id)) order by id`;
  const idsOf = (...kinds: string[]) =>
    documents.filter((document) => kinds.includes(document.kind)).map((document) => document.id);
  return {
    documents,
    applications: applications.map((application) => application.id),
    invoices: idsOf('invoice', 'late_fee', 'opening_debit'),
    credits: idsOf('payment', 'credit_memo', 'opening_credit', 'transfer_out'),
    payments: idsOf('payment'),
    writeOffs: idsOf('write_off', 'credit_write_off'),
  };
}

const MISSING = '0197a1b2-0000-7000-8000-000000000000';

/** What each deed does; a deed comes as often as its weight says. */
async function deedOf(w: World, customers: readonly string[], { deed, picks, amount, day: after }: Step) {
  const things = await thingsOf(w);
  const pick = <T>(from: readonly T[], which: 0 | 1 | 2): T | undefined =>
    from[picks[which] % (from.length || 1)];
  const on = addDays(day('2026-01-01'), after);
  const amountMinor = toMinor(amount);
  const customerId = pick(customers, 0) ?? '';
  const invoiceId = pick(things.invoices, 1) ?? MISSING;
  const creditId = pick(things.credits, 2) ?? MISSING;
  const source = 'staff';
  const { admin } = w;
  const invoices = picks[0] % 2 ? [{ invoiceId, amountMinor: toMinor(Math.ceil(amount / 2)) }] : [];
  const deeds: readonly [weight: number, (tx: Tx) => Promise<unknown>][] = [
    [
      8,
      (tx) => refundCredit(tx, admin, { from: { creditId, invoices }, amountMinor, refundedOn: on, source }),
    ],
    [3, (tx) => refundCredit(tx, admin, { from: { customerId }, amountMinor, refundedOn: on, source })],
    [8, (tx) => writeOff(tx, admin, { id: invoiceId, amountMinor, on, reason: 'x', source })],
    [4, (tx) => writeOff(tx, admin, { id: creditId, on, reason: 'x', source })],
    [
      6,
      (tx) =>
        recoverWriteOff(tx, admin, {
          documentId: pick(things.writeOffs, 1) ?? MISSING,
          amountMinor,
          on,
          source,
        }),
    ],
    [6, (tx) => postDiscount(tx, admin, { invoiceId, amountMinor, on, source })],
    [10, (tx) => postTransfer(tx, admin, { creditId, invoiceId, amountMinor, on, source })],
    [
      8,
      (tx) =>
        undoAllocation(tx, admin, { allocationId: pick(things.applications, 1) ?? MISSING, amountMinor, on }),
    ],
    [
      8,
      (tx) =>
        moveAllocation(tx, admin, {
          allocationId: pick(things.applications, 1) ?? MISSING,
          to: [{ debitId: invoiceId, amountMinor }],
        }),
    ],
    [
      6,
      (tx) =>
        reversePayment(tx, admin, {
          documentId: pick(things.payments, 1) ?? MISSING,
          on,
          reason: 'x',
          withRefunds: picks[0] % 2 === 0,
          feeMinor: amountMinor,
          source,
        }),
    ],
    [
      6,
      async (tx) => {
        const { id, kind } = pick(things.documents, 1) ?? { id: MISSING, kind: 'invoice' };
        await reverseDocument(tx, admin, {
          documentId: id,
          kind: kind as 'invoice',
          reason: 'x',
          source,
          ...(picks[0] % 2 ? { on } : {}),
        });
      },
    ],
    [
      12,
      (tx) =>
        postCreditMemo(tx, admin, {
          customerId,
          creditDate: on,
          lines: [],
          total: { totalMinor: amountMinor, taxMinor: ZERO },
          source,
          ...(picks[2] % 2 ? { applyTo: invoiceId } : {}),
        }),
    ],
    [
      4,
      (tx) =>
        postOpeningBalance(tx, admin, {
          customerId,
          on,
          amountMinor: toMinor(picks[1] % 2 ? amount : -amount),
          source,
        }),
    ],
  ];
  const at = deed % 89;
  let sum = 0;
  const chosen = deeds.find(([weight]) => (sum += weight) > at)?.[1];
  if (chosen) return w.write(chosen);
  return undefined;
}

test(`${HISTORIES} histories of everything that can be done leave books that hold after every step`, async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
      const w = await createWorld();
      const child = async (name: string) =>
        (await w.write((tx) => createCustomer(tx, w.admin, { name, code: null, parentId: w.customerId })))
          .customerId;
      const customers = [w.customerId, await child('First'), await child('Second')];
      for (const customerId of customers) {
        await w.invoice(1_000, '2026-01-20', { on: '2026-01-05', customerId });
        await w.invoice(700, '2026-02-20', { on: '2026-01-25', customerId });
        await w.pay(900, '2026-02-01', { customerId });
        await w.pay(400, '2026-02-10', { customerId, apply: 'none' });
      }
      for (const each of steps) {
        const refusal: unknown = await deedOf(w, customers, each).then(
          () => null,
          (error: unknown) => error,
        );
        if (refusal !== null && !(refusal instanceof Refusal)) throw refusal;
        if (refusal === null) done += 1;
        const results = await w.read(standingInvariants);
        expect(results.filter((result) => result.broken > 0)).toEqual([]);
      }
    }),
    { numRuns: HISTORIES, endOnFailure: true },
  );
  expect(done).toBeGreaterThan((HISTORIES * STEPS) / 5);
}, 600_000);
