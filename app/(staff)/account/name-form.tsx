'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { renameAction } from './actions';

/** One's own name. */
export function NameForm({ name }: { readonly name: string }) {
  const { state, errorOf, form } = useForm(renameAction, { status: 'idle' });
  return (
    <form {...form} className="flex flex-col gap-4">
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
