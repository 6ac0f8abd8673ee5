import type { RecordedPayment, RecordPayment } from '@/db/commands/record-payment';
import { openDebitsAmong } from '@/db/queries/open-debits';
import { owedOf } from '@/db/queries/owed-of';
import type { Tx } from '@/db/scope';
import { toMinor } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';

/** What a recorded payment changed: "Brightwater Hotels: 1 paid, 2 part paid. They owe $21,260.50." */
export async function saidOf(
  tx: Tx,
  { customerId, currency, apply }: RecordPayment & { readonly currency: string },
  { unappliedMinor }: RecordedPayment,
): Promise<string> {
  const ids = typeof apply === 'string' ? [] : apply.map((part) => part.invoiceId);
  const open = new Set((await openDebitsAmong(tx, { customerId, currency, ids })).map((each) => each.itemId));
  const partPaid = ids.filter((id) => open.has(id)).length;
  const { customer, owedMinor } = await owedOf(tx, { customerId, currency });
  const outcomes = [
    ids.length > partPaid && `${ids.length - partPaid} paid`,
    partPaid > 0 && `${partPaid} part paid`,
    unappliedMinor > 0 && `${formatMoney(unappliedMinor, currency)} on the account`,
  ].filter((each) => each !== false);
  const owe =
    owedMinor < 0
      ? `${formatMoney(toMinor(-owedMinor), currency)} is theirs to use.`
      : `They owe ${formatMoney(owedMinor, currency)}.`;
  return `${customer}: ${outcomes.join(', ')}. ${owe}`;
}
