'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { removeSample } from './actions';

/** Removes the sample books, after asking. */
export function RemoveSample({ name, requestId }: { readonly name: string; readonly requestId: string }) {
  return (
    <ConfirmForm
      title={`Remove all books of ${name}?`}
      description="Customers, invoices, payments and everybody who signs in to them go at once, and so do you. It cannot be undone. You can make the sample again from the welcome page."
      trigger="Remove sample data"
      triggerClassName={buttonClass({ variant: 'danger' }, 'self-start')}
      action={removeSample}
      values={{}}
      requestId={requestId}
      confirmLabel={`Remove ${name}`}
      pendingLabel="Removing…"
    />
  );
}
