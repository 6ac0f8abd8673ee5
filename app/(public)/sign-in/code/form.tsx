'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { CodeInput } from '@/components/ui/code-input';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { codeAction } from './actions';

/** The code of an authenticator, or a recovery code; `next` is where to go then. */
export function CodeForm({ next }: { readonly next: string }) {
  const { state, errorOf, form } = useForm(codeAction, { status: 'idle' });
  return (
    <form {...form} className="mt-7 flex flex-col gap-4">
      <input type="hidden" name="next" value={next} />
      <Field
        name="code"
        label="Code"
        hint="Six digits from your authenticator app. Lost it? Type one of your recovery codes."
        error={errorOf('code')}
      >
        {(control) => <CodeInput {...control} size="lg" autoFocus />}
      </Field>
      <FormMessage state={state} fields={['code']} />
      <SubmitButton size="lg" className="mt-1" pendingLabel="Signing in…">
        Sign in
      </SubmitButton>
    </form>
  );
}
