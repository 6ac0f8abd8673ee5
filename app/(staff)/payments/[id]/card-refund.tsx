'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import type { Minor } from '@/lib/domain/money';
import { refundCardPayment } from './actions';

interface CardRefundProps {
  readonly documentId: string;
  readonly number: string;
  readonly currency: string;
  /** What of it has not been given back. */
  readonly refundableMinor: Minor;
  readonly requestId: string;
}

/** Gives money of a card payment back to the card, after asking how much. */
export function CardRefund({ documentId, number, currency, refundableMinor, requestId }: CardRefundProps) {
  return (
    <ConfirmForm
      title={`Give ${number} back to the card?`}
      description="Stripe sends it to the card that paid. What is on the account goes first; what its invoices took is owed again."
      trigger="Refund to the card…"
      triggerClassName={buttonClass({ size: 'sm' }, 'max-md:h-11')}
      action={refundCardPayment}
      values={{ documentId }}
      requestId={requestId}
      confirmLabel="Give it back"
      pendingLabel="Asking Stripe…"
      fieldNames={['amount']}
      renderFields={(errorOf) => (
        <Field name="amount" label="Amount" error={errorOf('amount')}>
          {(control) => <MoneyInput {...control} currency={currency} defaultAmount={refundableMinor} />}
        </Field>
      )}
    />
  );
}
