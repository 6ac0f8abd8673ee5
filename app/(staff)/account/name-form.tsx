'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { renameAction } from './actions';

/** One's own name; the e-mail address is shown and stays. */
export function NameForm({ name, email }: { readonly name: string; readonly email: string }) {
  const { state, errorOf, form } = useForm(renameAction, { status: 'idle' });
  return (
    <form {...form} className="flex flex-col gap-4">
      <p className="text-form">
        <span className="text-muted-foreground">E-mail </span>
        {email}
      </p>
      <Field name="name" label="Name" hint="Written beside what you do." error={errorOf('name')}>
        {(control) => <Input {...control} autoComplete="name" required maxLength={100} defaultValue={name} />}
      </Field>
      <FormMessage state={state} fields={['name']} />
      <SubmitButton variant="default" className="self-start" pendingLabel="Saving…">
        Save name
      </SubmitButton>
    </form>
  );
}
