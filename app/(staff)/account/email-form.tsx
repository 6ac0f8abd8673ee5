'use client';
import { FormMessage } from '@/components/forms/form-message';
import { PasswordInput } from '@/components/forms/password-input';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { newEmailAction } from './actions';
import { CodeField } from './code-field';

interface EmailFormProps {
  readonly email: string;
  /** Whether a code of the second factor is asked for too. */
  readonly hasFactor: boolean;
}

const FIELDS = ['email', 'current', 'code'];

/** Another address to sign in with, and what proves who asks. */
export function EmailForm({ email, hasFactor }: EmailFormProps) {
  const { state, errorOf, form } = useForm(newEmailAction, { status: 'idle' });
  return (
    <form {...form} className="flex flex-col gap-4">
      <p className="text-form text-muted-foreground">
        You sign in with <b className="font-medium break-all text-foreground">{email}</b>. A link goes to the
        new address; until you open it, nothing changes.
      </p>
      <Field name="email" label="New e-mail address" error={errorOf('email')}>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
            required
          />
        )}
      </Field>
      <Field name="current" label="Your password" error={errorOf('current')}>
        {(control) => <PasswordInput {...control} autoComplete="current-password" />}
      </Field>
      {hasFactor && <CodeField error={errorOf('code')} />}
      <FormMessage state={state} fields={FIELDS} />
      <SubmitButton variant="default" className="self-start max-md:h-11" pendingLabel="Sending…">
        Send the link
      </SubmitButton>
    </form>
  );
}
