import type { OpenDebit } from '@/lib/domain/allocation';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { PayPlan } from '@/lib/domain/pay-plan';
import { formatColumn, formatCount, formatMoney } from '@/lib/format';

/** Items that are named one by one. */
const NAMED = 8;

interface PayReceiptProps {
  readonly plan: PayPlan;
  readonly items: readonly OpenDebit[];
  readonly currency: string;
  readonly amountMinor: Minor;
  /** What is owed in all once this is paid; below 0 a credit. */
  readonly afterMinor: Minor;
  readonly credit: {
    readonly availableMinor: Minor;
    readonly isUsed: boolean;
    readonly onUse: (isUsed: boolean) => void;
  };
}

/** What an amount pays, as a receipt: each invoice with its share, the credit used, and what stays due. */
export function PayReceipt({ plan, items, currency, amountMinor, afterMinor, credit }: PayReceiptProps) {
  const { parts, creditUsedMinor, surplusMinor } = plan;
  const paid = new Map(parts.map((part) => [part.itemId, part.amountMinor]));
  const settled = items.filter((item) => paid.has(item.itemId));
  const more = settled.length - NAMED;
  const column = (amount: Minor) => formatColumn(amount, currency);
  return (
    <div className="rounded-panel border border-border bg-card-2 px-4 py-3 text-form">
      <ul className="fig flex flex-col gap-2">
        {settled.slice(0, NAMED).map(({ itemId, number, openMinor }) => {
          const share = paid.get(itemId) ?? openMinor;
          return (
            <li key={itemId} className="flex justify-between gap-4">
              <span className="text-muted-foreground">
                {number}
                {share < openMinor && <span className="text-subtle"> of {column(openMinor)}</span>}
              </span>
              {column(share)}
            </li>
          );
        })}
        {more > 0 && <li className="text-muted-foreground">and {formatCount(more, 'more invoice')}</li>}
        {settled.length === 0 && (
          <li className="text-muted-foreground">Enter an amount to see what it pays.</li>
        )}
        {credit.availableMinor > 0 && (
          <li className="flex min-h-6 items-center justify-between gap-4 max-md:min-h-11">
            <label className="flex cursor-pointer items-center gap-2.5 text-muted-foreground">
              <input
                type="checkbox"
                name="useCredit"
                className="check"
                checked={credit.isUsed}
                onChange={(event) => credit.onUse(event.target.checked)}
              />
              Use your credit of {formatMoney(credit.availableMinor, currency)}
            </label>
            {creditUsedMinor > 0 && (
              <span className="-mr-[.36em] text-positive">{column(toMinor(-creditUsedMinor))}</span>
            )}
          </li>
        )}
      </ul>
      <p className="fig mt-3 flex justify-between gap-4 border-t border-border pt-3 font-semibold">
        <span>You pay</span>
        {formatMoney(amountMinor, currency)}
      </p>
      <p role="status" className="fig mt-2 text-body text-muted-foreground">
        {surplusMinor > 0 &&
          `${formatMoney(surplusMinor, currency)} is more than is open here and stays on your account. `}
        {afterMinor > 0
          ? `You then still owe ${formatMoney(afterMinor, currency)}.`
          : afterMinor === 0
            ? 'You then owe nothing.'
            : `You then have a credit of ${formatMoney(toMinor(-afterMinor), currency)}.`}
      </p>
    </div>
  );
}
