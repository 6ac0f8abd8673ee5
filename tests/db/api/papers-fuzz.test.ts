import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ApiError } from '@/app/api/v1/_api/api-error';
import type { Operation } from '@/app/api/v1/_api/operation';
import { moveAllocation, undoAllocation } from '@/app/api/v1/_resources/allocations';
import { createCreditMemo, voidCreditMemo } from '@/app/api/v1/_resources/credit-memos';
import { createOpeningBalance } from '@/app/api/v1/_resources/opening-balances';
import { createPayment, reversePayment } from '@/app/api/v1/_resources/payments';
import { createRefund, voidRefund } from '@/app/api/v1/_resources/refunds';
import { createTransfer, reverseTransfer } from '@/app/api/v1/_resources/transfers';
import { createWriteOff, recoverWriteOff } from '@/app/api/v1/_resources/write-offs';
import { Refusal } from '@/lib/refusal';
import { createWorld } from '../../world';
import { ask } from './asking';

const REQUESTS = Number(process.env.FUZZ ?? 500);

const nasty = fc.oneof(
  fc.constantFrom(null, true, '', ' ', '١٢', '-0', '0', 'NaN', '1e400', '9'.repeat(30), 'x'.repeat(3_000)),
  fc.constantFrom(0, -1, 0.1 + 0.2, 1e21, 1e-7, 9_007_199_254_740_992, 900_000_000_000, 5e-324),
  fc.constantFrom('1900-01-01', '2199-12-31', '2026-02-30', '0000-00-00', 'USD', 'JPY', 'XXX'),
  fc.constant(null).map(() => randomUUID()),
  fc.jsonValue({ maxDepth: 3 }),
);

test('whatever is sent to the papers of the ledger is booked, refused or not understood: never broken', async () => {
  const w = await createWorld();
  const due = (await w.invoice(1_000_000, '2026-01-10')).documentId;
  const credit = (await w.pay(1_000_000, '2026-01-12', { apply: 'none' })).documentId;
  const applied = (await w.pay(1_000, '2026-01-12')).allocationIds[0] ?? '';
  const [customer_id, date, reason] = [w.customerId, '2026-02-01', 'x'];
  const writes: readonly [Operation, id: string, body: Record<string, unknown>][] = [
    [createCreditMemo, '', { customer_id, date, amount: 5, tax: 1, number: 'F', apply_to: due, reason }],
    [
      createCreditMemo,
      '',
      { customer_id, date, lines: [{ description: 'a', unit_price: 1 }], invoice_id: due },
    ],
    [voidCreditMemo, due, { reason, on: date }],
    [createRefund, '', { credit_id: credit, amount: 1, date, invoice_id: due, reason }],
    [createRefund, '', { credit_id: credit, amount: 1, date, allocations: [{ invoice_id: due, amount: 1 }] }],
    [createRefund, '', { customer_id, amount: 1, date, currency: 'USD' }],
    [createRefund, '', { invoice_id: due, amount: 1, date }],
    [voidRefund, due, { reason, on: date }],
    [createWriteOff, '', { invoice_id: due, amount: 1, date, reason }],
    [createWriteOff, '', { credit_id: credit, amount: 1, date, reason }],
    [recoverWriteOff, due, { amount: 1, date }],
    [
      createOpeningBalance,
      '',
      { customer_id, date, due_date: date, amount: 1, currency: 'USD', number: 'O' },
    ],
    [createTransfer, '', { from_credit_id: credit, to_invoice_id: due, amount: 1, date, reason }],
    [reverseTransfer, due, { reason, on: date }],
    [moveAllocation, applied, { to: [{ debit_id: due, amount: 1 }], on: date }],
    [undoAllocation, applied, { amount: 1, on: date }],
    [reversePayment, due, { reason, on: date, fee: 1, with_refunds: true }],
    [
      createPayment,
      '',
      {
        customer_id,
        received_on: date,
        amount: 1,
        use_credit: [{ credit_id: credit, invoice_id: due, amount: 1 }],
      },
    ],
  ];
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const asks = fc.sample(fc.tuple(fc.constantFrom(...writes), nasty, fc.nat(20), fc.boolean()), {
    numRuns: REQUESTS,
    seed,
  });
  for (const [[operation, id, body], value, at, isWhole] of asks) {
    const keys = Object.keys(body);
    const key = keys[at % keys.length] ?? '';
    const sent = isWhole && at === 0 ? value : { ...body, [key]: value };
    const error: unknown = await ask(w, operation, { params: { id }, body: sent }).then(
      () => null,
      (reasonOf: unknown) => reasonOf,
    );
    if (error !== null && !(error instanceof ApiError || error instanceof Refusal))
      throw new Error(`seed ${seed}: ${operation.id} ${JSON.stringify(sent)}`, { cause: error });
  }
  expect(asks).toHaveLength(REQUESTS);
}, 120_000);
