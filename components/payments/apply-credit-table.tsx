'use client';
import { useState } from 'react';
import { Late } from '@/components/late';
import { Money } from '@/components/money';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { MoneyInput } from '@/components/ui/money-input';
import type { OpenDebitRow } from '@/db/queries/open-debits';
import { daysPastDue } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { type DraftResult, type PaymentDraft, withAmount, withTick } from '@/lib/domain/payment-draft';

interface ApplyCreditTableProps {
  /** What there is to apply, in words. */
  readonly caption: string;
  readonly debits: readonly OpenDebitRow[];
  readonly currency: string;
  readonly today: PlainDate;
  readonly bounds: readonly number[];
  readonly draft: PaymentDraft;
  readonly result: DraftResult;
  readonly onDraft: (draft: PaymentDraft) => void;
}

/** So many invoices are drawn at first. */
const FIRST = 50;

/** Open invoices, oldest first, and how much of the credit each gets. Every amount can be typed over. */
export function ApplyCreditTable(props: ApplyCreditTableProps) {
  const { caption, debits, currency, today, bounds, draft, result, onDraft } = props;
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? debits : debits.filter((debit, i) => i < FIRST || result.pays.has(debit.itemId));
  return (
    <>
      <table className="tbl">
        <caption className="px-6 py-3 text-left text-muted-foreground max-md:px-4">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-8">
              <span className="sr-only">Apply</span>
            </th>
            <th scope="col">Invoice</th>
            <th scope="col" className="num">
              Open
            </th>
            <th scope="col" className="num w-[136px]">
              Applied
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
                  aria-label={`Apply to ${debit.number}`}
                />
              </td>
              <th scope="row" className="py-1.5! max-md:whitespace-normal!">
                <span className="fig">{debit.number}</span>
                <span className="block text-meta font-normal text-muted-foreground">
                  <Late days={daysPastDue(debit.dueOn, today)} bounds={bounds} />
                </span>
              </th>
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
                  aria-label={`Applied to ${debit.number}`}
                  aria-invalid={result.overpaid.has(debit.itemId) || undefined}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < debits.length && (
        <Button variant="ghost" size="sm" className="m-3 self-start" onClick={() => setIsAll(true)}>
          Show all {debits.length} open invoices
        </Button>
      )}
    </>
  );
}
