import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chargeLateFees } from '@/db/commands/charge-late-fees';
import { postInvoice } from '@/db/commands/post-invoice';
import { reverseDocument } from '@/db/commands/reverse-document';
import { updateOrganization } from '@/db/commands/update-organization';
import { standingInvariants } from '@/db/queries/verify';
import { documents } from '@/db/schema/documents';
import { addDays } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { createWorld, day } from '../../world';

const FIRST = day('2026-01-01');
const amount = fc.integer({ min: 1, max: 30_000 });
const step = fc.oneof(
  fc.record({ do: fc.constant('bill' as const), amount, days: fc.nat(10), flat: fc.boolean() }),
  fc.record({ do: fc.constant('pay' as const), amount, takeDiscount: fc.boolean(), which: fc.nat(5) }),
  fc.record({
    do: fc.constant('short' as const),
    amount,
    which: fc.nat(5),
    as: fc.constantFrom(
      'open' as const,
      'dispute' as const,
      'write_off' as const,
      'discount' as const,
      'credit_memo' as const,
    ),
  }),
  fc.record({ do: fc.constant('bounce' as const), which: fc.nat(5) }),
  fc.record({ do: fc.constant('charge' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type World = Awaited<ReturnType<typeof createWorld>>;

/** A history in which every kind comes about, so that the control below does not hang on chance. */
const EVERY_KIND: Step[] = [
  { do: 'bill', amount: 10_000, days: 10, flat: false },
  { do: 'short', amount: 4_000, which: 1, as: 'write_off' },
  { do: 'bill', amount: 10_000, days: 10, flat: false },
  { do: 'short', amount: 4_000, which: 1, as: 'credit_memo' },
  { do: 'bill', amount: 9_000, days: 10, flat: false },
  { do: 'pay', amount: 8_775, takeDiscount: true, which: 0 },
  { do: 'bill', amount: 5_000, days: 0, flat: true },
  { do: 'bill', amount: 5_000, days: 0, flat: true },
  { do: 'bill', amount: 5_000, days: 0, flat: true },
  { do: 'charge' },
  { do: 'bounce', which: 0 },
];

async function take(w: World, each: Step, on: ReturnType<typeof day>): Promise<void> {
  const posted = await w.read((tx) => tx.select().from(documents));
  const pick = (kind: string, which: number) => {
    const of = posted.filter((document) => document.kind === kind);
    return of[which % Math.max(1, of.length)]?.id ?? w.customerId;
  };
  if (each.do === 'bill') {
    const amountMinor = toMinor(Math.ceil(each.amount / 3));
    const until = addDays(on, each.days);
    const discount = each.flat
      ? { percent: null, amountMinor, until }
      : { percent: '2.5', amountMinor: null, until };
    const total = { totalMinor: toMinor(each.amount), taxMinor: toMinor(Math.floor(each.amount / 6)) };
    const dueDate = addDays(on, each.days);
    const bill = { customerId: w.customerId, invoiceDate: on, dueDate, lines: [], total, discount } as const;
    await w.write((tx) => postInvoice(tx, w.admin, { ...bill, source: 'api' }));
  } else if (each.do === 'pay') {
    await w.pay(each.amount, on, { takeDiscount: each.takeDiscount });
  } else if (each.do === 'short') {
    const rest = { as: each.as, reason: 'Random' };
    const apply = [{ invoiceId: pick('invoice', each.which), amountMinor: toMinor(each.amount), rest }];
    await w.pay(each.amount, on, { apply, takeDiscount: each.which % 2 === 0 });
  } else if (each.do === 'bounce') {
    const bounce = {
      documentId: pick('payment', each.which),
      kind: 'payment',
      on,
      reason: 'x',
      source: 'api',
    } as const;
    await w.write((tx) => reverseDocument(tx, w.admin, bounce));
  } else await w.write((tx) => chargeLateFees(tx, w.admin, { on, withInterest: true }));
}

test('whatever is billed, discounted, paid short, bounced and charged, every standing invariant holds', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const w = await createWorld();
      const rules = { toleranceMinor: toMinor(50), tolerancePercent: '1', interestPercent: '12' };
      const fees = { lateFeeMinor: toMinor(100), lateFeePercent: '1', lateFeeDays: 3 };
      await w.write((tx) => updateOrganization(tx, w.admin, { ...rules, ...fees }));
      let on = FIRST;
      for (const each of steps) {
        on = addDays(on, 2);
        await take(w, each, on).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
        });
      }
      for (const { kind } of await w.read((tx) => tx.select().from(documents))) seen.add(kind);
      const broken = (await w.read(standingInvariants)).filter((result) => result.broken > 0);
      expect(broken).toEqual([]);
    }),
    { numRuns: 25, examples: [[EVERY_KIND]] },
  );
  // The control: the histories are not merely refused.
  expect([...seen].toSorted()).toEqual([
    'credit_memo',
    'discount',
    'invoice',
    'late_fee',
    'payment',
    'reversal',
    'write_off',
  ]);
}, 120_000);
