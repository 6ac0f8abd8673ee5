'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { voidDocument } from '../actions';

interface VoidDocumentProps {
  readonly documentId: string;
  readonly kind: 'invoice' | 'credit_memo';
  readonly number: string;
  /** In words: "$12,480.00". */
  readonly amount: string;
  readonly requestId: string;
}

/** Voids an invoice or a credit memo, after asking why. */
export function VoidDocument({ documentId, kind, number, amount, requestId }: VoidDocumentProps) {
  return (
    <ConfirmForm
      title={`Void ${number}, ${amount}?`}
      description={
        kind === 'invoice'
          ? 'It is owed no longer, from its own day on. Money that paid it goes back to the account. Its number is kept, and it cannot be brought back.'
          : 'It is credited no longer, and the invoices that it settled are open again. It cannot be brought back.'
      }
      trigger="Void…"
      triggerClassName={buttonClass(
        { variant: 'ghost', size: 'sm' },
        'ml-auto text-destructive! max-md:h-11',
      )}
      action={voidDocument}
      values={{ documentId, kind }}
      requestId={requestId}
      confirmLabel={`Void ${number}`}
      pendingLabel="Voiding…"
      fieldNames={['reason']}
      renderFields={(errorOf) => (
        <Field name="reason" label="Why?" hint="It stays with the document." error={errorOf('reason')}>
          {(control) => <Input {...control} maxLength={500} autoComplete="off" />}
        </Field>
      )}
    />
  );
}
