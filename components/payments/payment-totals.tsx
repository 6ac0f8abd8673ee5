'use client';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { Checkbox } from '@/components/ui/checkbox';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { DraftResult, PaymentDraft } from '@/lib/domain/payment-draft';
import { formatMoney } from '@/lib/format';

interface PaymentTotalsProps {
  readonly currency: string;
  readonly creditMinor: Minor;
  readonly draft: PaymentDraft;
  readonly result: DraftResult;
  /** Whether there is anything that the money could be applied to; otherwise it can only stay on the account. */
  readonly hasDebits: boolean;
  readonly onDraft: (draft: PaymentDraft) => void;
}

/** Received, applied, and what becomes of the difference: said aloud as it changes. */
export function PaymentTotals({
  currency,
  creditMinor,
  draft,
  result,
  hasDebits,
  onDraft,
}: PaymentTotalsProps) {
  const plain = (amount: Minor) => formatMoney(amount, currency, { symbol: false });
  const { appliedMinor, leftMinor, surplusMinor } = result;
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
          <b className="ml-1 font-medium text-foreground">
            {plain(toMinor(Math.max(0, draft.amountMinor ?? 0)))}
          </b>
        </span>
        <span className="text-muted-foreground">
          Applied <b className="ml-1 font-medium text-foreground">{plain(appliedMinor)}</b>
        </span>
        {appliedMinor > 0 && leftMinor < 0 && (
          <span className="inline-flex items-center gap-1.5 font-medium text-destructive">
            <CircleAlert aria-hidden className="size-4" />
            {formatMoney(toMinor(-leftMinor), currency)} more applied than received
          </span>
        )}
        {appliedMinor > 0 && leftMinor >= 0 && surplusMinor === 0 && (
          <span className="inline-flex items-center gap-1.5 font-medium text-positive">
            <CircleCheck aria-hidden className="size-4" />
            Nothing left over
          </span>
        )}
        {surplusMinor > 0 && (
          <span className="font-medium text-info">{formatMoney(surplusMinor, currency)} left over</span>
        )}
      </span>
      {surplusMinor > 0 && hasDebits && (
        // Another amount is another question.
        <Checkbox
          key={surplusMinor}
          name="keepSurplus"
          label={`Keep ${formatMoney(surplusMinor, currency)} on the account`}
        />
      )}
    </div>
  );
}
