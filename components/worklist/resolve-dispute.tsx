'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { FormState } from '@/lib/form-state';

interface ResolveDisputeProps {
  readonly disputeId: string;
  /** In words: "$3,200.00 of INV-00012". */
  readonly what: string;
  readonly requestId: string;
  readonly resolve: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Ends a dispute, after asking what was agreed. */
export function ResolveDispute({ disputeId, what, requestId, resolve }: ResolveDisputeProps) {
  return (
    <ConfirmForm
      title={`Is the dispute of ${what} settled?`}
      description="What is open of it is owed again, with its own due day. Credit it first when it is not owed."
      trigger="Resolve…"
      triggerClassName={buttonClass({ variant: 'ghost', size: 'sm' }, 'max-md:h-11')}
      action={resolve}
      values={{ disputeId }}
      requestId={requestId}
      confirmLabel="Resolve it"
      pendingLabel="Resolving…"
      fieldNames={['resolution']}
      renderFields={(errorOf) => (
        <Field name="resolution" label="What was agreed?" error={errorOf('resolution')}>
          {(control) => <Input {...control} maxLength={500} autoComplete="off" />}
        </Field>
      )}
    />
  );
}
