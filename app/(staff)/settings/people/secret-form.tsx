'use client';
import type { ReactNode } from 'react';
import type { StaffFormState } from '@/app/_actions/form-action';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SecretNote } from '@/components/settings/secret-note';
import { SubmitButton } from '@/components/ui/submit-button';

interface SecretFormProps {
  readonly action: (previous: StaffFormState, form: FormData) => Promise<StaffFormState>;
  readonly values: Readonly<Record<string, string>>;
  readonly children: ReactNode;
  readonly pendingLabel: string;
}

/** A button that makes a link, which then stands in its place, once. */
export function SecretForm({ action, values, children, pendingLabel }: SecretFormProps) {
  const { state, form } = useForm(action, { status: 'idle' });
  return (
    <form {...form} className="flex max-w-[560px] flex-col items-start gap-3">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.status === 'done' && state.secret ? (
        <SecretNote message={state.message} secret={state.secret} what="link" />
      ) : (
        <FormMessage state={state} />
      )}
      <SubmitButton variant="default" className="max-md:h-11" pendingLabel={pendingLabel}>
        {children}
      </SubmitButton>
    </form>
  );
}
