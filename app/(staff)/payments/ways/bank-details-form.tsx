'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { saveBankDetails } from './actions';

interface BankDetailsFormProps {
  readonly words: string | null;
  readonly requestId: string;
}

/** Where customers are to send transfers, as they will read it. */
export function BankDetailsForm({ words, requestId }: BankDetailsFormProps) {
  const { state, errorOf, form } = useForm(saveBankDetails, { status: 'idle' });
  return (
    <form {...form} className="flex flex-col gap-4">
      <input type="hidden" name="requestId" value={requestId} />
      <Field
        name="words"
        label="Bank details"
        hint="Name, bank and account, a line each. Leave it empty to show none."
        error={errorOf('words')}
      >
        {(control) => <Textarea {...control} rows={4} maxLength={2000} defaultValue={words ?? ''} />}
      </Field>
      <FormMessage state={state} fields={['words']} />
      <span>
        <SubmitButton className="max-md:h-11" pendingLabel="Saving…">
          Save bank details
        </SubmitButton>
      </span>
    </form>
  );
}
