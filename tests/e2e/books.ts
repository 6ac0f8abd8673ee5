import postgres from 'postgres';
import { createCustomer } from '@/db/commands/create-customer';
import { postInvoice } from '@/db/commands/post-invoice';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { addDays, todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';

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
  return { actor, today, addCustomer, invoice };
}
