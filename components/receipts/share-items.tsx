'use client';
import { Late } from '@/components/late';
import { Money } from '@/components/money';
import { Checkbox } from '@/components/ui/checkbox';
import { MoneyInput } from '@/components/ui/money-input';
import { daysPastDue } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { type PaymentDraft, withAmount, withTick } from '@/lib/domain/payment-draft';
import { type LineShare, resultOfShare } from './line-share';

interface ShareItemsProps {
  readonly share: LineShare;
  readonly currency: string;
  readonly today: PlainDate;
  readonly bounds: readonly number[];
  readonly onDraft: (draft: PaymentDraft) => void;
}

/** So many open invoices are drawn, beside those that are paid. */
const SHOWN = 12;

/** A customer's open invoices, oldest first, and what each gets. */
export function ShareItems({ share, currency, today, bounds, onDraft }: ShareItemsProps) {
  const { debits, draft, customer } = share;
  if (!debits || !customer) return null;
  if (debits.length === 0)
    return (
      <p className="py-1 text-muted-foreground">
        Nothing is open in {currency}. The money stays on the account until an invoice takes it.
      </p>
    );
  const result = resultOfShare(share);
  const shown = debits.filter((debit, i) => i < SHOWN || result.pays.has(debit.itemId));
  return (
    <div className="overflow-x-auto">
      <table className="tbl tbl-sm">
        <caption className="sr-only">Open invoices of {customer.name}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-8">
              <span className="sr-only">Pay</span>
            </th>
            <th scope="col">Invoice</th>
            <th scope="col" className="max-md:hidden">
              Age
            </th>
            <th scope="col" className="num">
              Open
            </th>
            <th scope="col" className="num w-[140px]">
              Pays
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((debit) => (
            <tr key={debit.itemId}>
              <td>
                <Checkbox
                  checked={result.pays.has(debit.itemId)}
                  onChange={(event) => onDraft(withTick(draft, result, debit, event.target.checked))}
                  aria-label={`Pay ${debit.number}`}
                />
              </td>
              <th scope="row" className="fig">
                {debit.number}
              </th>
              <td className="max-md:hidden">
                <Late days={daysPastDue(debit.dueOn, today)} bounds={bounds} />
              </td>
              <td className="num">
                <Money amount={debit.openMinor} currency={currency} />
              </td>
              <td className="num py-1!">
                <MoneyInput
                  currency={currency}
                  amount={result.pays.get(debit.itemId) ?? null}
                  onAmount={(amount) => onDraft(withAmount(draft, result, debit.itemId, amount))}
                  size="sm"
                  inColumn
                  aria-label={`Pays of ${debit.number}`}
                  aria-invalid={result.overpaid.has(debit.itemId) || undefined}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < debits.length && (
        <p className="px-5 py-1.5 text-meta text-muted-foreground">
          {debits.length - shown.length} younger invoices are not shown.
        </p>
      )}
    </div>
  );
}
