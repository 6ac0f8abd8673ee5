'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { OpenDebitRow } from '@/db/queries/open-debits';
import type { PlainDate } from '@/lib/domain/dates';
import {
  type DraftResult,
  type Fill,
  type PaymentDraft,
  withAmount,
  withTick,
} from '@/lib/domain/payment-draft';
import { LEFT_OPEN, type RestChoice } from '@/lib/domain/short-pay';
import type { WriteOffLimit } from '@/lib/domain/write-off-limit';
import { AllocationRow } from './allocation-row';

interface AllocationTableProps {
  readonly debits: readonly OpenDebitRow[];
  readonly currency: string;
  readonly today: PlainDate;
  readonly bounds: readonly number[];
  readonly draft: PaymentDraft;
  readonly result: DraftResult;
  /** What was said of the rest of an item; items without an entry stay open. */
  readonly rests: ReadonlyMap<string, RestChoice>;
  readonly limit: WriteOffLimit;
  readonly onDraft: (draft: PaymentDraft) => void;
  readonly onRest: (itemId: string, rest: RestChoice) => void;
}

/** So many invoices are drawn at first. */
const FIRST = 50;

const FILLS: readonly { readonly fill: Fill; readonly label: string }[] = [
  { fill: 'oldest', label: 'Oldest first' },
  { fill: 'exact', label: 'Exact match' },
  { fill: 'hand', label: 'By hand' },
];

/** Open invoices, oldest first: which the payment settles, and how much of each. Every amount can be typed over. */
export function AllocationTable(props: AllocationTableProps) {
  const { debits, draft, result, onDraft } = props;
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? debits : debits.filter((debit, i) => i < FIRST || result.pays.has(debit.itemId));
  if (debits.length === 0)
    return (
      <p className="border-y border-border px-6 py-4 text-muted-foreground max-md:px-4">
        Nothing is open in this currency. The money will stay on the account until an invoice takes it.
        <input type="hidden" name="keepSurplus" value="on" />
      </p>
    );
  const choose = (fill: Fill) =>
    onDraft({ ...draft, fill, byHand: fill === 'hand' ? result.pays : draft.byHand });
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 px-6 pb-2 max-md:px-4">
        <h3 id="which-invoices">Which invoices does it pay?</h3>
        <span className="ml-auto text-meta text-muted-foreground max-md:ml-0">Fill</span>
        <span className="seg" role="group" aria-label="Fill">
          {FILLS.map(({ fill, label }) => (
            <button
              key={fill}
              type="button"
              aria-pressed={draft.fill === fill}
              className={draft.fill === fill ? 'on' : ''}
              onClick={() => choose(fill)}
            >
              {label}
            </button>
          ))}
        </span>
        <Button
          variant="ghost"
          size="sm"
          onClick={() => onDraft({ ...draft, fill: 'hand', byHand: new Map(), excluded: new Set() })}
        >
          Clear
        </Button>
      </div>
      {!result.hasMatch && (
        <p role="status" className="px-6 pb-2 text-warning max-md:px-4">
          No invoice, and no sum of invoices, is exactly this amount. Choose Oldest first, or type the
          amounts.
        </p>
      )}
      <div className="overflow-x-auto border-t border-border">
        <table className="tbl tbl-pay" aria-labelledby="which-invoices">
          <thead>
            <tr>
              <th scope="col" className="w-8">
                <span className="sr-only">Pay</span>
              </th>
              <th scope="col">Invoice</th>
              <th scope="col" className="max-md:hidden">
                Age
              </th>
              <th scope="col" className="num max-md:hidden">
                Open
              </th>
              <th scope="col" className="num w-[136px]">
                Pays
              </th>
              <th scope="col" className="num">
                Left
              </th>
              <th scope="col" className="w-[270px]">
                If something is left
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((debit) => (
              <AllocationRow
                key={debit.itemId}
                {...props}
                debit={debit}
                pays={result.pays.get(debit.itemId) ?? null}
                isOverpaid={result.overpaid.has(debit.itemId)}
                rest={props.rests.get(debit.itemId) ?? LEFT_OPEN}
                onAmount={(amount) => onDraft(withAmount(draft, result, debit.itemId, amount))}
                onTick={(isTicked) => onDraft(withTick(draft, result, debit, isTicked))}
                onRest={(rest) => props.onRest(debit.itemId, rest)}
              />
            ))}
          </tbody>
        </table>
        {shown.length < debits.length && (
          <Button variant="ghost" size="sm" className="m-3" onClick={() => setIsAll(true)}>
            Show all {debits.length} open invoices
          </Button>
        )}
      </div>
    </>
  );
}
