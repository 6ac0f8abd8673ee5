'use client';
import { FormMessage } from '@/components/forms/form-message';
import { PasswordInput } from '@/components/forms/password-input';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EmailField } from '../email-field';
import { signInAction } from './actions';

/** E-mail and password; `next` is where to go then. */
export function SignInForm({ next }: { readonly next: string }) {
  const { state, errorOf, form } = useForm(signInAction, { status: 'idle' });
  return (
    <form {...form} className="mt-7 flex flex-col gap-4">
      <input type="hidden" name="next" value={next} />
      <EmailField error={errorOf('email')} typed={state.typed?.email} />
      <Field name="password" label="Password" error={errorOf('password')}>
        {(control) => <PasswordInput {...control} className="field-lg" autoComplete="current-password" />}
      </Field>
      <FormMessage state={state} fields={['email', 'password']} />
      <SubmitButton size="lg" className="mt-1" pendingLabel="Signing in…">
        Sign in
      </SubmitButton>
    </form>
  );
}
