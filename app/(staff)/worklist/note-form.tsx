'use client';
import { FormMessage } from '@/components/forms/form-message';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { useNote } from '../_notes/use-note';

interface NoteFormProps {
  readonly customerId: string;
  readonly requestId: string;
}

/** Writes something down about a customer, without a call. */
export function NoteForm({ customerId, requestId }: NoteFormProps) {
  const { text, setText, state, errorOf, form } = useNote();
  return (
    <form
      {...form}
      className="flex flex-col items-start gap-2"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
      }}
    >
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="customerId" value={customerId} />
      <Field name="text" label="Note" error={errorOf('text')} className="w-full">
        {(control) => (
          <Textarea
            {...control}
            value={text}
            onChange={(event) => setText(event.target.value)}
            maxLength={2_000}
            rows={2}
            data-work-note
          />
        )}
      </Field>
      <FormMessage state={state} fields={['text']} />
      <SubmitButton variant="default" size="sm" pendingLabel="Writing…" className="max-md:h-11">
        Write it down
      </SubmitButton>
    </form>
  );
}
