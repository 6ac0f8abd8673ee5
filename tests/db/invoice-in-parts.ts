import { postInvoice } from '@/db/commands/post-invoice';
import { toMinor } from '@/lib/domain/money';
import { type createWorld, day } from '../world';

/** An invoice of 90.00 of 1 January 2026, of which 40.00 is due on 1 February and 50.00 on 1 March. */
export function invoiceInParts(w: Awaited<ReturnType<typeof createWorld>>) {
  const part = (dueOn: string, amount: number) => ({ dueOn: day(dueOn), amountMinor: toMinor(amount) });
  return w.write((tx) =>
    postInvoice(tx, w.admin, {
      customerId: w.customerId,
      invoiceDate: day('2026-01-01'),
      lines: [{ description: 'Goods', quantity: '1', unitPriceMinor: toMinor(9_000), taxPercent: '0' }],
      instalments: [part('2026-02-01', 4_000), part('2026-03-01', 5_000)],
      source: 'staff',
    }),
  );
}
