import { expect, test } from 'vitest';
import { createCustomer } from '@/db/commands/create-customer';
import { moveAllocation } from '@/db/commands/move-allocation';
import { postCreditMemo } from '@/db/commands/post-credit-memo';
import { postTransfer } from '@/db/commands/post-transfer';
import { refundCredit } from '@/db/commands/refund-credit';
import { reverseDocument } from '@/db/commands/reverse-document';
import { reversePayment } from '@/db/commands/reverse-payment';
import { writeOff } from '@/db/commands/write-off';
import type { Tx } from '@/db/scope';
import { toMinor, ZERO } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { createWorld, day } from '../../world';

test('a family’s money refunded, moved, transferred, written off, bounced and voided at once: every loser hears why', async () => {
  const w = await createWorld();
  const child = await w.write((tx) =>
    createCustomer(tx, w.admin, { name: 'Child', code: null, parentId: w.customerId }),
  );
  const on = day('2026-02-01');
  const source = 'staff';
  for (let round = 0; round < 5; round += 1) {
    const own = await w.invoice(1_000, '2026-01-10');
    const another = await w.invoice(1_000, '2026-01-10');
    const theirs = await w.invoice(1_000, '2026-01-10', child);
    const paid = await w.pay(1_500, '2026-01-12', {
      apply: [{ invoiceId: own.documentId, amountMinor: toMinor(1_000) }],
    });
    const creditId = paid.documentId;
    const amountMinor = toMinor(500);
    const deeds: readonly ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => refundCredit(tx, w.admin, { from: { creditId }, amountMinor, refundedOn: on, source }),
      (tx) => postTransfer(tx, w.admin, { creditId, invoiceId: theirs.documentId, amountMinor, on, source }),
      (tx) =>
        moveAllocation(tx, w.admin, {
          allocationId: paid.allocationIds[0] ?? '',
          to: [{ debitId: another.documentId, amountMinor }],
        }),
      (tx) => writeOff(tx, w.admin, { id: theirs.documentId, on, reason: 'x', source }),
      (tx) => writeOff(tx, w.admin, { id: creditId, on, reason: 'x', source }),
      (tx) => reversePayment(tx, w.admin, { documentId: creditId, on, reason: 'x', source }),
      (tx) =>
        reverseDocument(tx, w.admin, { documentId: own.documentId, kind: 'invoice', reason: 'x', source }),
      (tx) =>
        postCreditMemo(tx, w.admin, {
          ...child,
          creditDate: on,
          lines: [],
          total: { totalMinor: amountMinor, taxMinor: ZERO },
          applyTo: theirs.documentId,
          source,
        }),
    ];
    const outcomes = await Promise.allSettled([...deeds, ...deeds].map((deed) => w.write(deed)));
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Refusal);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled').length).toBeGreaterThan(2);
  }
});
