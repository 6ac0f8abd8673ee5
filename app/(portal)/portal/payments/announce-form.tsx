'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { PlainDate } from '@/lib/domain/dates';
import { announce } from './actions';

interface AnnounceFormProps {
  readonly intentId: string;
  readonly today: PlainDate;
  readonly requestId: string;
}

/** Says that the transfer was sent, and on which day. */
export function AnnounceForm({ intentId, today, requestId }: AnnounceFormProps) {
  const { state, errorOf, form } = useForm(announce, { status: 'idle' });
  return (
    <form {...form} className="flex flex-col gap-4 border-t border-border pt-5">
      <h2 className="text-section">Have you sent it?</h2>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="intentId" value={intentId} />
      <Field name="sentOn" label="Sent on" error={errorOf('sentOn')}>
        {(control) => <DateInput {...control} today={today} defaultDay={today} size="lg" />}
      </Field>
      <FormMessage state={state} fields={['sentOn']} />
      <SubmitButton size="lg" className="max-md:h-12 max-md:w-full" pendingLabel="Telling…">
        I have paid
      </SubmitButton>
    </form>
  );
}
