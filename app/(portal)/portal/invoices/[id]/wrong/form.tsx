'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import type { Minor } from '@/lib/domain/money';
import { tellWrong } from './actions';

interface WrongFormProps {
  readonly documentId: string;
  readonly currency: string;
  /** What is open of the invoice. */
  readonly openMinor: Minor;
  readonly wrongs: readonly string[];
  readonly requestId: string;
}

const FIELDS = ['what', 'amount', 'words'];

/** What is wrong with an invoice, and with how much of it. */
export function WrongForm({ documentId, currency, openMinor, wrongs, requestId }: WrongFormProps) {
  const { state, errorOf, form } = useForm(tellWrong, { status: 'idle' });
  return (
    <form {...form} className="flex flex-col gap-5">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="documentId" value={documentId} />
      <input type="hidden" name="currency" value={currency} />
      <fieldset>
        <legend className="label">What is wrong?</legend>
        <div className="flex flex-col">
          {wrongs.map((what) => (
            <label key={what} className="flex min-h-11 cursor-pointer items-center gap-3">
              <input type="radio" name="what" value={what} className="size-5 shrink-0 accent-primary" />
              {what}
            </label>
          ))}
        </div>
        {errorOf('what') && (
          <p role="alert" className="mt-1 text-meta text-destructive">
            {errorOf('what')}
          </p>
        )}
      </fieldset>
      <Field
        name="amount"
        label="How much of it?"
        hint="All that is open, unless you say less."
        error={errorOf('amount')}
      >
        {(control) => <MoneyInput {...control} currency={currency} defaultAmount={openMinor} size="lg" />}
      </Field>
      <Field name="words" label="In your words" error={errorOf('words')}>
        {(control) => <Textarea {...control} rows={4} maxLength={500} />}
      </Field>
      <FormMessage state={state} fields={FIELDS} />
      <SubmitButton size="lg" className="max-md:h-12" pendingLabel="Sending…">
        Tell them
      </SubmitButton>
    </form>
  );
}
