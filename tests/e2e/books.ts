import postgres from 'postgres';
import { createBeneficiary } from '@/db/commands/create-beneficiary';
import { createCustomer } from '@/db/commands/create-customer';
import { createRecurringInvoice } from '@/db/commands/create-recurring-invoice';
import { createService } from '@/db/commands/create-service';
import { pauseRecurringInvoice } from '@/db/commands/pause-recurring-invoice';
import { placeHold } from '@/db/commands/place-hold';
import { postInvoice } from '@/db/commands/post-invoice';
import { recordPayment } from '@/db/commands/record-payment';
import { setBankDetails } from '@/db/commands/set-bank-details';
import { updateCustomer } from '@/db/commands/update-customer';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { addDays, todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';

/** Invoices that are posted in one transaction. */
const TOGETHER = 50;

/** A quick way to fill the books of a business that was registered in the browser: by the application's own commands. */
export async function booksOf(business: string) {
  const owner = postgres(process.env.OWNER_URL ?? '', { max: 1, onnotice() {} });
  const [row] = await owner<[{ id: string; currency: string; time_zone: string }]>`
    select id, currency, time_zone from organizations where name = ${business}`;
  await owner.end();
  const today = todayIn(row.time_zone);
  const actor: StaffActor = {
    kind: 'staff',
    role: 'admin',
    userId: null,
    name: 'Test',
    org: {
      id: row.id,
      name: business,
      currency: row.currency,
      timeZone: row.time_zone,
      agingBasis: 'due',
      bounds: DEFAULT_BOUNDS,
      isSample: false,
    },
  };
  const addCustomer = async (name: string) =>
    (await withScope(actor, 'write', (tx) => createCustomer(tx, actor, { name }))).customerId;
  /** An invoice that is `daysLate` past due today; below 0 when it is not due yet. */
  const invoice = (customerId: string, number: string, amount: number, daysLate: number) =>
    withScope(actor, 'write', (tx) =>
      postInvoice(tx, actor, {
        customerId,
        number,
        invoiceDate: addDays(today, -daysLate - 30),
        dueDate: addDays(today, -daysLate),
        lines: [{ description: 'Goods', quantity: '1', unitPriceMinor: toMinor(amount), taxPercent: '0' }],
        source: 'staff',
      }),
    );
  /** So many invoices of one customer, M-0001 and on, a few dozen in a transaction. */
  const manyInvoices = async (customerId: string, count: number) => {
    const lines = [{ description: 'Goods', quantity: '1', unitPriceMinor: toMinor(1_000), taxPercent: '0' }];
    for (let at = 1; at <= count; at += TOGETHER)
      await withScope(
        actor,
        'write',
        async (tx) => {
          for (let n = at; n < Math.min(at + TOGETHER, count + 1); n += 1)
            await postInvoice(tx, actor, {
              customerId,
              number: `M-${String(n).padStart(4, '0')}`,
              invoiceDate: addDays(today, -40),
              dueDate: addDays(today, -10),
              lines,
              source: 'staff',
            });
        },
        60_000,
      );
  };
  /** A service that one invoice has billed already. */
  const billedService = (name: string, customerId: string) =>
    withScope(actor, 'write', async (tx) => {
      const fee = { currency: row.currency, feeMinor: toMinor(1_000), taxPercent: '0' };
      const { serviceId } = await createService(tx, actor, { name, ...fee });
      const lines = [{ serviceId, quantity: '1' }];
      await postInvoice(tx, actor, { customerId, invoiceDate: today, lines, source: 'staff' });
      return serviceId;
    });
  const payTo = (words: string) => withScope(actor, 'write', (tx) => setBankDetails(tx, actor, words));
  const addBeneficiary = (name: string, customerId: string) =>
    withScope(actor, 'write', (tx) => createBeneficiary(tx, actor, { name, customerId }));
  /** Money on the account that no invoice has taken. */
  const pay = (customerId: string, amount: number) =>
    withScope(actor, 'write', (tx) =>
      recordPayment(tx, actor, {
        customerId,
        receivedOn: today,
        amountMinor: toMinor(amount),
        payment: { method: 'Wire' },
        apply: 'none',
        source: 'staff',
      }),
    );
  /** An invoice that was due so many days ago and paid that day, the only one that was open. */
  const settled = async (customerId: string, number: string, amount: number, daysAgo: number) => {
    await invoice(customerId, number, amount, daysAgo);
    await withScope(actor, 'write', (tx) =>
      recordPayment(tx, actor, {
        customerId,
        receivedOn: addDays(today, -daysAgo),
        amountMinor: toMinor(amount),
        payment: { method: 'Wire' },
        apply: 'oldest',
        source: 'staff',
      }),
    );
  };
  const limit = (customerId: string, amount: number) =>
    withScope(actor, 'write', (tx) =>
      updateCustomer(tx, actor, { customerId, creditLimitMinor: toMinor(amount) }),
    );
  const hold = (customerId: string, reason: string) =>
    withScope(actor, 'write', (tx) =>
      placeHold(tx, actor, { customerId, kind: 'credit', reason, placedOn: today }),
    );
  /** An invoice of every week since ten days ago, paused from five days ago before anything was billed. */
  const pausedWeekly = (customerId: string) =>
    withScope(actor, 'write', async (tx) => {
      const { recurringId } = await createRecurringInvoice(tx, actor, {
        customerId,
        every: 'week',
        startsOn: addDays(today, -10),
        endsOn: null,
        lines: [{ description: 'Goods', quantity: '1', unitPriceMinor: toMinor(12_000), taxPercent: '0' }],
      });
      await pauseRecurringInvoice(tx, actor, { recurringId, on: addDays(today, -5) });
      return recurringId;
    });
  return {
    actor,
    today,
    addCustomer,
    invoice,
    manyInvoices,
    billedService,
    payTo,
    addBeneficiary,
    pay,
    settled,
    limit,
    hold,
    pausedWeekly,
  };
}
