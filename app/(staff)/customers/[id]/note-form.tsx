'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useSubmitKey } from '@/components/forms/use-submit-key';
import { Kbd } from '@/components/ui/kbd';
import { SubmitButton } from '@/components/ui/submit-button';
import { useNote } from '../../_notes/use-note';

interface NoteFormProps {
  readonly customer: { readonly id: string; readonly name: string };
  readonly requestId: string;
}

/** Where a note about a customer is written. It stays as it was written: what was wrong is put right by another note. */
export function NoteForm({ customer, requestId }: NoteFormProps) {
  const { text, setText, state, errorOf, form } = useNote();
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
      <FormMessage state={state} fields={['text']} />
    </form>
  );
}
