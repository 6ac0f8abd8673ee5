'use client';
import { type ReactNode, useEffect } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import type { FormState } from '@/lib/form-state';

interface SettingsFormProps {
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly requestId: string;
  /** The names of the fields that show their own errors. */
  readonly fields: readonly string[];
  readonly renderFields: (errorOf: (name: string) => string | undefined) => ReactNode;
}

const IDLE: FormState = { status: 'idle' };

/** Facts of the business in two columns, saved together. */
export function SettingsForm({ action, requestId, fields, renderFields }: SettingsFormProps) {
  const { state, errorOf, form } = useForm(action, IDLE);
  useEffect(() => {
    if (state.status === 'done') showToast({ message: state.message });
  }, [state]);
  return (
    <form {...form} className="flex max-w-[780px] flex-col gap-4">
      <input type="hidden" name="requestId" value={requestId} />
      <div className="grid items-start gap-x-5 gap-y-4 md:grid-cols-2">{renderFields(errorOf)}</div>
      <FormMessage state={state.status === 'done' ? IDLE : state} fields={fields} />
      <SubmitButton className="self-start max-md:h-11 max-md:self-stretch" pendingLabel="Saving…">
        Save changes
      </SubmitButton>
    </form>
  );
}
