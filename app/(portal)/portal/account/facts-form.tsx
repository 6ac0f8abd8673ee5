'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { saveFacts } from './actions';

interface FactsFormProps {
  readonly facts: {
    readonly email: string | null;
    readonly phone: string | null;
    readonly address: string | null;
  };
  readonly requestId: string;
}

const FIELDS = ['email', 'phone', 'address'];

/** Where the customer is reached. */
export function FactsForm({ facts, requestId }: FactsFormProps) {
  const { state, errorOf, form } = useForm(saveFacts, { status: 'idle' });
  return (
    <form {...form} className="flex flex-col gap-4">
      <input type="hidden" name="requestId" value={requestId} />
      <Field name="email" label="E-mail" error={errorOf('email')}>
        {(control) => <Input {...control} type="email" maxLength={254} defaultValue={facts.email ?? ''} />}
      </Field>
      <Field name="phone" label="Phone" error={errorOf('phone')}>
        {(control) => <Input {...control} type="tel" maxLength={60} defaultValue={facts.phone ?? ''} />}
      </Field>
      <Field name="address" label="Address" hint="It stands on new invoices." error={errorOf('address')}>
        {(control) => <Textarea {...control} rows={3} maxLength={500} defaultValue={facts.address ?? ''} />}
      </Field>
      <FormMessage state={state} fields={FIELDS} />
      <SubmitButton variant="default" className="self-start max-md:h-11" pendingLabel="Saving…">
        Save
      </SubmitButton>
    </form>
  );
}
