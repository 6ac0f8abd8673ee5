'use client';
import { FormMessage } from '@/components/forms/form-message';
import { PasswordInput } from '@/components/forms/password-input';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { passwordAction } from './actions';

/** The current password and a new one. The e-mail address is there for password managers. */
export function PasswordForm({ email }: { readonly email: string }) {
  const { state, errorOf, form } = useForm(passwordAction, { status: 'idle' });
  return (
    <form {...form} className="flex flex-col gap-4">
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field name="current" label="Current password" error={errorOf('current')}>
        {(control) => <PasswordInput {...control} autoComplete="current-password" />}
      </Field>
      <Field
        name="password"
        label="New password"
        error={errorOf('password')}
        hint={errorOf('password') ? undefined : 'At least 8 characters.'}
      >
        {(control) => <PasswordInput {...control} autoComplete="new-password" />}
      </Field>
      <FormMessage state={state} fields={['current', 'password']} />
      <SubmitButton variant="default" className="self-start" pendingLabel="Changing…">
        Change password
      </SubmitButton>
    </form>
  );
}
