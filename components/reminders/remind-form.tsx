'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog-footer';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/form-state';
import { NoteField } from './note-field';
import { ReminderCopy } from './reminder-copy';

interface RemindFormProps {
  readonly customerId: string;
  /** None: everything that is late. */
  readonly documentIds: readonly string[];
  /** The mail as it would go now, without a note; or why none can go. */
  readonly preview:
    | {
        readonly to: { readonly name: string; readonly address: string };
        readonly subject: string;
        readonly html: string;
      }
    | { readonly problem: string };
  readonly requestId: string;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly onClose: () => void;
}

const IDLE: FormState = { status: 'idle' };

/** A reminder by hand: the mail as it will look, a note above it, and the button that sends it. */
export function RemindForm({
  customerId,
  documentIds,
  preview,
  requestId,
  action,
  onClose,
}: RemindFormProps) {
  const { state, errorOf, form } = useForm(action, IDLE);
  if ('problem' in preview)
    return (
      <>
        <p className="px-6 py-6 text-muted-foreground max-md:px-4">{preview.problem}</p>
        <DialogFooter>
          <Button onClick={onClose}>Close</Button>
        </DialogFooter>
      </>
    );
  return (
    <form {...form} className="flex min-h-0 flex-1 flex-col">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="customerId" value={customerId} />
      {documentIds.map((id) => (
        <input key={id} type="hidden" name="documentIds" value={id} />
      ))}
      <div className="flex flex-col gap-4 overflow-y-auto px-6 py-4 max-md:px-4">
        <NoteField error={errorOf('note')} hint="Optional. It stands above everything else." />
        <ReminderCopy {...preview} />
        <FormMessage state={state} fields={['note']} />
      </div>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton pendingLabel="Sending…">Send reminder</SubmitButton>
      </DialogFooter>
    </form>
  );
}
