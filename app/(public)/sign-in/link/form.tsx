'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { askLinkAction } from './actions';

/** The e-mail address of somebody who signs in without the password. */
export function AskLinkForm() {
  const { state, errorOf, form } = useForm(askLinkAction, { status: 'idle' });
  return (
    <form {...form} className="mt-7 flex flex-col gap-4">
      <Field name="email" label="E-mail" error={errorOf('email')}>
        {(control) => (
          <Input
            {...control}
            type="email"
            size="lg"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            defaultValue={state.typed?.email}
          />
        )}
      </Field>
      <FormMessage state={state} fields={['email']} />
      <SubmitButton size="lg" className="mt-1" pendingLabel="Sending…">
        Mail me a link
      </SubmitButton>
    </form>
  );
}
