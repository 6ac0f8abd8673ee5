'use client';
import { FormMessage } from '@/components/forms/form-message';
import { PasswordInput } from '@/components/forms/password-input';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { joinAction, joinWithLoginAction } from './actions';

interface JoinFormProps {
  readonly token: string;
  readonly orgName: string;
  readonly email: string;
  readonly name: string;
  readonly hasLogin: boolean;
}

/** Chooses a password, or proves the login that the e-mail address has already. */
export function JoinForm({ token, orgName, email, name, hasLogin }: JoinFormProps) {
  const { state, errorOf, form } = useForm(hasLogin ? joinWithLoginAction : joinAction, { status: 'idle' });
  return (
    <form {...form} className="mt-7 flex flex-col gap-4">
      <input type="hidden" name="token" value={token} />
      <Field name="username" label="E-mail" hint={hasLogin ? 'You have a login with it already.' : undefined}>
        {({ id, 'aria-describedby': describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            type="email"
            size="lg"
            autoComplete="username"
            readOnly
            value={email}
          />
        )}
      </Field>
      {!hasLogin && (
        <Field name="name" label="Your name" error={errorOf('name')}>
          {(control) => (
            <Input
              {...control}
              size="lg"
              autoComplete="name"
              required
              maxLength={100}
              defaultValue={state.typed?.name ?? name}
            />
          )}
        </Field>
      )}
      <Field
        name="password"
        label={hasLogin ? 'Your password' : 'Choose a password'}
        error={errorOf('password')}
        hint={hasLogin || errorOf('password') ? undefined : 'At least 8 characters.'}
      >
        {(control) => (
          <PasswordInput
            {...control}
            className="field-lg"
            autoComplete={hasLogin ? 'current-password' : 'new-password'}
          />
        )}
      </Field>
      <FormMessage state={state} fields={['name', 'password']} />
      <SubmitButton size="lg" className="mt-1" pendingLabel="Joining…">
        Join {orgName}
      </SubmitButton>
    </form>
  );
}
