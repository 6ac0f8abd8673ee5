'use client';
import { CircleAlert, CircleCheck, Wallet } from 'lucide-react';
import { Checkbox } from '@/components/ui/checkbox';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { DraftResult, PaymentDraft } from '@/lib/domain/payment-draft';
import { formatMoney } from '@/lib/format';

interface PaymentTotalsProps {
  readonly currency: string;
  readonly creditMinor: Minor;
  readonly draft: PaymentDraft;
  readonly result: DraftResult;
  readonly onDraft: (draft: PaymentDraft) => void;
}

/** Received, applied, and what becomes of the difference: said aloud as it changes. */
export function PaymentTotals({ currency, creditMinor, draft, result, onDraft }: PaymentTotalsProps) {
  const plain = (amount: Minor) => formatMoney(amount, currency, { symbol: false });
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-border bg-card-2 px-6 py-3 max-md:px-4">
      {creditMinor > 0 && (
        <Checkbox
          name="useCredit"
          checked={draft.useCredit}
          onChange={(event) => onDraft({ ...draft, useCredit: event.target.checked })}
          label={
            <>
              Also use the <b className="fig font-medium">{formatMoney(creditMinor, currency)}</b> already on
              the account
            </>
          }
        />
      )}
      <span className="fig ml-auto flex flex-wrap items-center gap-x-6 gap-y-1 max-md:ml-0" role="status">
        <span className="text-muted-foreground">
          Received{' '}
          <b className="ml-1 font-medium text-foreground">{plain(draft.amountMinor ?? toMinor(0))}</b>
        </span>
        <span className="text-muted-foreground">
          Applied <b className="ml-1 font-medium text-foreground">{plain(result.appliedMinor)}</b>
        </span>
        {(result.appliedMinor > 0 || result.leftMinor > 0) && (
          <Outcome leftMinor={result.leftMinor} currency={currency} />
        )}
      </span>
    </div>
  );
}

function Outcome({ leftMinor, currency }: { readonly leftMinor: Minor; readonly currency: string }) {
  if (leftMinor === 0)
    return (
      <span className="inline-flex items-center gap-1.5 font-medium text-positive">
        <CircleCheck aria-hidden className="size-4" />
        Nothing left over
      </span>
    );
  if (leftMinor > 0)
    return (
      <span className="inline-flex items-center gap-1.5 font-medium text-info">
        <Wallet aria-hidden className="size-4" />
        {formatMoney(leftMinor, currency)} stays on the account
      </span>
    );
  return (
    <span className="inline-flex items-center gap-1.5 font-medium text-destructive">
      <CircleAlert aria-hidden className="size-4" />
      {formatMoney(toMinor(-leftMinor), currency)} more applied than received
    </span>
  );
}
