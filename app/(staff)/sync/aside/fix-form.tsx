'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { FormState } from '@/lib/form-state';

interface FixFormProps {
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly values: Readonly<Record<string, string>>;
  readonly requestId: string;
  /** The one thing that is asked for. */
  readonly field: { readonly name: string; readonly label: string };
  readonly children: string;
}

/** One field and a button: what somebody knows of a row that its own books do not say. */
export function FixForm({ action, values, requestId, field: { name, label }, children }: FixFormProps) {
  const { state, pending, errorOf, form } = useForm(action, { status: 'idle' });
  return (
    <form {...form} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="requestId" value={requestId} />
      {Object.entries(values).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <Field name={name} label={label} error={errorOf(name)}>
        {(control) => <Input {...control} maxLength={200} autoComplete="off" />}
      </Field>
      <Button type="submit" pending={pending} className="max-md:h-11">
        {children}
      </Button>
      <FormMessage state={state} fields={[name]} />
    </form>
  );
}
