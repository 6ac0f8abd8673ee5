import { applyCredit } from '@/db/commands/apply-credit';
import { postDocuments } from '@/db/commands/post-documents';
import { openDebits } from '@/db/queries/open-debits';
import type { DocumentKind } from '@/lib/domain/documents';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day } from '../world';
import type { World } from './report-at';

/** Posts a credit of a kind that has no command of its own yet, and applies all of it to the oldest open invoice. */
async function credit(w: World, kind: DocumentKind, amount: number, on: string): Promise<void> {
  await w.write(async (tx) => {
    const [posted] = await postDocuments(tx, w.admin, [
      {
        kind,
        customerId: w.customerId,
        documentDate: day(on),
        currency: 'USD',
        instalments: [{ dueOn: day(on), amountMinor: toMinor(amount) }],
        source: 'staff',
      },
    ]);
    const [debit] = await openDebits(tx, w.customerId, 'USD');
    await applyCredit(tx, w.admin, [
      { debitItemId: debit!.itemId, creditItemId: posted!.itemIds[0]!, amountMinor: toMinor(amount) },
    ]);
  });
}

/** One invoice: paid in part, credited in part, and the rest written off. */
export async function history() {
  const w = await createWorld();
  const a = await w.invoice(100_000, '2026-02-04', { on: '2026-01-05', number: 'A' });
  const paid = await w.pay(40_000, '2026-02-20', { payment: { method: 'Check', reference: '77' } });
  await credit(w, 'credit_memo', 10_000, '2026-03-10');
  await credit(w, 'write_off', 50_000, '2026-04-02');
  return { ...w, a, paid };
}
