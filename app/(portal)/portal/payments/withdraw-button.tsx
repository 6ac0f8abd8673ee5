'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { withdraw } from './actions';

interface WithdrawButtonProps {
  readonly intentId: string;
  /** In words. */
  readonly amount: string;
  readonly requestId: string;
}

/** Gives a payment up, after asking. */
export function WithdrawButton({ intentId, amount, requestId }: WithdrawButtonProps) {
  return (
    <div>
      <ConfirmForm
        title={`Give up this payment of ${amount}?`}
        description="Nobody waits for it any more. What it was for stays due, and you can pay it another way."
        trigger="I will not pay this way"
        triggerClassName={buttonClass({ variant: 'ghost' }, 'text-muted-foreground! max-md:h-11 -ml-3')}
        action={withdraw}
        values={{ intentId }}
        requestId={requestId}
        confirmLabel="Give it up"
        pendingLabel="Giving up…"
      />
    </div>
  );
}
