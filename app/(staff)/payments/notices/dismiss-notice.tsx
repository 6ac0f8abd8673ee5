'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { dismissNotice } from './actions';

interface DismissNoticeProps {
  readonly intentId: string;
  /** In words. */
  readonly amount: string;
  readonly customer: string;
  readonly requestId: string;
}

/** Says that the money is not there, with a reason that the customer reads. */
export function DismissNotice({ intentId, amount, customer, requestId }: DismissNoticeProps) {
  return (
    <ConfirmForm
      title={`No ${amount} from ${customer}?`}
      description="The notice goes, and its customer reads your reason in the portal. Nothing is booked; the invoices stay due."
      trigger={
        <>
          Dismiss…
          <span className="sr-only">
            , {amount} from {customer}
          </span>
        </>
      }
      triggerClassName={buttonClass({ variant: 'ghost', size: 'sm' }, 'max-md:h-11')}
      action={dismissNotice}
      values={{ intentId }}
      requestId={requestId}
      confirmLabel="Dismiss the notice"
      pendingLabel="Dismissing…"
      fieldNames={['reason']}
      renderFields={(errorOf) => (
        <Field name="reason" label="Why" hint="The customer reads it." error={errorOf('reason')}>
          {(control) => (
            <Input
              {...control}
              maxLength={300}
              autoComplete="off"
              placeholder="No transfer with this reference arrived."
            />
          )}
        </Field>
      )}
    />
  );
}
