import { CircleAlert } from 'lucide-react';
import type { BillingAccount } from '@/db/queries/billing-account';
import { overLimitMinor } from '@/lib/domain/credit-limit';
import { type Minor, toMinor } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';

type Account = Pick<BillingAccount, 'balanceMinor' | 'lateMinor' | 'limitMinor' | 'hold'>;

interface AccountNoteProps {
  /** Null while it is not known. */
  readonly account: Account | null;
  /** Whether the server did not say. */
  readonly isFailed: boolean;
  readonly totalMinor: Minor;
  readonly currency: string;
}

/** What to know before billing the customer: a hold, what is late, and the credit limit with this invoice. Draws nothing when all is well. */
export function AccountNote({ account, isFailed, totalMinor, currency }: AccountNoteProps) {
  const sentences = isFailed
    ? ['The account of this customer did not arrive. Its limit and credit are not shown.']
    : account
      ? warnings(account, totalMinor, currency)
      : [];
  if (sentences.length === 0) return null;
  return (
    <div role="status" className="-mt-3 flex gap-2 text-warning">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <p>{sentences.join(' ')}</p>
    </div>
  );
}

function warnings(
  { balanceMinor, lateMinor, limitMinor, hold }: Account,
  totalMinor: Minor,
  currency: string,
): string[] {
  const money = (amount: Minor) => formatMoney(amount, currency);
  const afterMinor = toMinor(balanceMinor + totalMinor);
  const over = overLimitMinor(afterMinor, limitMinor);
  return [
    hold === null ? [] : `On credit hold: ${hold}.`,
    lateMinor > 0 ? `${money(lateMinor)} late.` : [],
    over !== null && limitMinor !== null
      ? `With this invoice ${money(afterMinor)} is owed, ${money(over)} over the credit limit of ${money(limitMinor)}.`
      : [],
  ].flat();
}
