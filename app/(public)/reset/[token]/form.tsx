'use client';
import { FormMessage } from '@/components/forms/form-message';
import { PasswordInput } from '@/components/forms/password-input';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { chooseResetAction } from '../actions';

/** The new password of whoever holds the link. */
export function ChooseResetForm({ token, email }: { readonly token: string; readonly email: string }) {
  const { state, errorOf, form } = useForm(chooseResetAction, { status: 'idle' });
  return (
    <form {...form} className="mt-7 flex flex-col gap-4">
      <input type="hidden" name="token" value={token} />
      <Field name="username" label="E-mail">
        {({ id }) => <Input id={id} type="email" size="lg" autoComplete="username" readOnly value={email} />}
      </Field>
      <Field
        name="password"
        label="New password"
        error={errorOf('password')}
        hint={errorOf('password') ? undefined : 'At least 8 characters.'}
      >
        {(control) => <PasswordInput {...control} className="field-lg" autoComplete="new-password" />}
      </Field>
      <FormMessage state={state} fields={['password']} />
      <SubmitButton size="lg" className="mt-1" pendingLabel="Saving…">
        Save and sign in
      </SubmitButton>
    </form>
  );
}
