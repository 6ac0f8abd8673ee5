'use client';
import { useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { useSubmitKey } from '@/components/forms/use-submit-key';
import { Kbd } from '@/components/ui/kbd';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import type { FormState } from '@/lib/form-state';
import { writeNote } from './actions';

interface NoteFormProps {
  readonly customer: { readonly id: string; readonly name: string };
  readonly requestId: string;
}

const IDLE: FormState = { status: 'idle' };

/** Where a note about a customer is written. It stays as it was written: what was wrong is put right by another note. */
export function NoteForm({ customer, requestId }: NoteFormProps) {
  const [text, setText] = useState('');
  const { state, errorOf, form } = useForm(async (previous: FormState, data: FormData) => {
    const next = await writeNote(previous, data);
    if (next.status === 'done') {
      showToast({ message: next.message });
      setText('');
    }
    return next;
  }, IDLE);
  useSubmitKey(form.ref);
  const error = errorOf('text');
  return (
    <form {...form} className="mb-4 print:hidden">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="customerId" value={customer.id} />
      <div className="relative">
        <textarea
          name="text"
          rows={1}
          data-page-key="n"
          aria-label={`A note about ${customer.name}`}
          aria-invalid={error ? true : undefined}
          placeholder={`Write a note about ${customer.name}…`}
          maxLength={2_000}
          className="field h-auto! resize-none py-2! [field-sizing:content]"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {text === '' && (
          <span aria-hidden className="absolute top-2 right-3">
            <Kbd>N</Kbd>
          </span>
        )}
      </div>
      {error && <p className="mt-1.5 text-meta text-destructive">{error}</p>}
      {text !== '' && (
        <div className="mt-2 flex items-center gap-3">
          <SubmitButton pendingLabel="Saving…">Save note</SubmitButton>
          <span className="text-meta text-subtle">
            Only you and your colleagues see it. It stays as written.
          </span>
        </div>
      )}
      <FormMessage state={state.status === 'done' ? IDLE : state} fields={['text']} />
    </form>
  );
}
