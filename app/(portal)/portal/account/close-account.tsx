'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { close } from './actions';

interface CloseAccountProps {
  readonly customer: string;
  readonly seller: string;
  readonly requestId: string;
}

/** Closes the account, after asking. */
export function CloseAccount({ customer, seller, requestId }: CloseAccountProps) {
  return (
    <ConfirmForm
      title={`Close the account of ${customer}?`}
      description={`Nobody of ${customer} can sign in here any more, and its programs are shut out. ${seller} keeps the history, as it must. Only ${seller} can open it again.`}
      trigger="Close the account…"
      triggerClassName={buttonClass({ variant: 'danger' }, 'max-md:h-11')}
      action={close}
      values={{}}
      requestId={requestId}
      confirmLabel="Close the account"
      pendingLabel="Closing…"
    />
  );
}
