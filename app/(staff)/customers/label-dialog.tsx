'use client';
import { type ReactNode, useId, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button, buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { DialogFooter } from '@/components/ui/dialog-footer';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import type { FormState } from '@/lib/form-state';
import { formatCount } from '@/lib/format';

interface LabelDialogProps {
  readonly title: string;
  readonly icon: ReactNode;
  /** The name of the one field, its label, and what others wrote there. */
  readonly field: 'owner' | 'tag';
  readonly label: string;
  readonly hint: string;
  readonly choices: readonly string[];
  /** Whom it is about, as parameters of the list, and how many they are. */
  readonly query: string;
  readonly count: number;
  readonly requestId: string;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
}

const IDLE: FormState = { status: 'idle' };

/** Gives many customers the same owner, or one more tag; says first how many they are. */
export function LabelDialog(props: LabelDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { title, icon, count } = props;
  return (
    <Dialog
      title={title}
      about={formatCount(count, 'customer')}
      size="sm"
      open={isOpen}
      onOpenChange={setIsOpen}
      triggerClassName={buttonClass({ size: 'sm' })}
      trigger={
        <>
          {icon}
          {title}
        </>
      }
    >
      <LabelForm {...props} onClose={() => setIsOpen(false)} />
    </Dialog>
  );
}

function LabelForm({ onClose, ...props }: LabelDialogProps & { readonly onClose: () => void }) {
  const { title, field, label, hint, choices, query, count, requestId, action } = props;
  const listId = useId();
  const { state, errorOf, form } = useForm(async (previous: FormState, data: FormData) => {
    const next = await action(previous, data);
    if (next.status === 'done') {
      showToast({ message: next.message });
      onClose();
    }
    return next;
  }, IDLE);
  return (
    <form {...form} className="flex flex-1 flex-col">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="query" value={query} />
      <div className="flex flex-col gap-4 px-6 py-5 max-md:px-4">
        <Field name={field} label={label} hint={hint} error={errorOf(field)}>
          {(control) => <Input {...control} list={listId} maxLength={100} autoComplete="off" autoFocus />}
        </Field>
        <datalist id={listId}>
          {choices.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <FormMessage state={state.status === 'done' ? IDLE : state} fields={[field]} />
      </div>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton pendingLabel="Saving…">
          {title} of {formatCount(count, 'customer')}
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}
