'use client';
import { useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { showToast } from '@/components/ui/toast';
import type { FormState } from '@/lib/form-state';

interface NoteFormProps {
  readonly customerId: string;
  readonly requestId: string;
  readonly write: (previous: FormState, form: FormData) => Promise<FormState>;
}

const IDLE: FormState = { status: 'idle' };

/** Writes something down about a customer, without a call. */
export function NoteForm({ customerId, requestId, write }: NoteFormProps) {
  const [text, setText] = useState('');
  const { state, errorOf, form } = useForm<FormState>(async (previous, data) => {
    const next = await write(previous, data);
    if (next.status === 'done') {
      showToast({ message: next.message });
      setText('');
    }
    return next;
  }, IDLE);
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
      <FormMessage state={state.status === 'done' ? IDLE : state} fields={['text']} />
      <SubmitButton variant="default" size="sm" pendingLabel="Writing…" className="max-md:h-11">
        Write it down
      </SubmitButton>
    </form>
  );
}
