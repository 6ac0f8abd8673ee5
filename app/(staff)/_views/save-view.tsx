'use client';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button, buttonClass } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { DialogFooter } from '@/components/ui/dialog-footer';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import type { FormState } from '@/lib/form-state';
import { save } from './actions';

interface SaveViewProps {
  readonly path: string;
  readonly query: string;
  readonly mayShare: boolean;
  readonly requestId: string;
}

/** Asks what the page with its filters is to be called, and keeps it. */
export function SaveView(props: SaveViewProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      title="Save view"
      size="sm"
      open={isOpen}
      onOpenChange={setIsOpen}
      triggerClassName={buttonClass({ size: 'sm' }, 'max-md:h-11!')}
      trigger={
        <>
          <Bookmark aria-hidden />
          Save view
        </>
      }
    >
      <SaveForm {...props} onClose={() => setIsOpen(false)} />
    </Dialog>
  );
}

const IDLE: FormState = { status: 'idle' };
const FIELDS = ['name'];

function SaveForm({ path, query, mayShare, requestId, onClose }: SaveViewProps & { onClose: () => void }) {
  const { state, errorOf, form } = useForm(async (previous: FormState, data: FormData) => {
    const next = await save(previous, data);
    if (next.status === 'done') {
      showToast({ message: next.message });
      onClose();
    }
    return next;
  }, IDLE);
  return (
    <form {...form} className="flex flex-1 flex-col">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="path" value={path} />
      <input type="hidden" name="query" value={query} />
      <div className="flex flex-col gap-4 px-6 py-5 max-md:px-4">
        <Field name="name" label="Name" error={errorOf('name')}>
          {(control) => <Input {...control} maxLength={80} autoComplete="off" placeholder="Late and large" />}
        </Field>
        {mayShare && <Checkbox name="isShared" value="yes" label="Everybody of the business sees it" />}
        <FormMessage state={state.status === 'done' ? IDLE : state} fields={FIELDS} />
      </div>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton pendingLabel="Saving…">Save view</SubmitButton>
      </DialogFooter>
    </form>
  );
}
