'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { RecoveryCodes } from '@/components/settings/recovery-codes';
import { ButtonLink } from '@/components/ui/button';
import { CodeInput } from '@/components/ui/code-input';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { enrolAction } from './actions';

interface EnrolFormProps {
  /** The offered secret, as the server takes it back. */
  readonly sealed: string;
}

/** Proves the authenticator with a code, and then shows the recovery codes once. */
export function EnrolForm({ sealed }: EnrolFormProps) {
  const { state, errorOf, form } = useForm(enrolAction, { status: 'idle' });
  if (state.status === 'done' && state.secret)
    return (
      <div className="mt-6 flex flex-col gap-4">
        <FormMessage state={state} />
        <RecoveryCodes codes={state.secret.split('\n')} />
        <ButtonLink href="/account" variant="primary" size="lg" prefetch={false}>
          I have kept them
        </ButtonLink>
      </div>
    );
  return (
    <form {...form} className="mt-5 flex flex-col gap-4">
      <input type="hidden" name="sealed" value={sealed} />
      <Field name="code" label="2. Type the six digits it shows" error={errorOf('code')}>
        {(control) => <CodeInput {...control} size="lg" />}
      </Field>
      <FormMessage state={state} fields={['code']} />
      <SubmitButton size="lg" pendingLabel="Checking…">
        Turn on
      </SubmitButton>
    </form>
  );
}
