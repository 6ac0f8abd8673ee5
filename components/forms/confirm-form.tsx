'use client';
import { type ReactNode, useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button, buttonClass } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog-footer';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { FormMessage } from './form-message';
import { useForm } from './use-form';

interface ConfirmFormProps {
  /** The question, with the name of the thing and the amount. */
  readonly title: string;
  /** What it means and whether it can be taken back. */
  readonly description: ReactNode;
  /** What the button that asks shows, with its classes. */
  readonly trigger: ReactNode;
  readonly triggerClassName?: string;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Sent along: which thing is meant. */
  readonly values: Readonly<Record<string, string>>;
  /** Left out for what is the same when done twice. */
  readonly requestId?: string;
  /** How the toast takes back what was done: the action, the field that gets the `id` of the answer, and further fields. Left out: it cannot. */
  readonly undo?: {
    readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
    readonly name: string;
    readonly values: Readonly<Record<string, string>>;
  };
  readonly confirmLabel: string;
  /** Left out, it takes something away, and is red. */
  readonly confirmVariant?: 'primary' | 'danger';
  readonly pendingLabel: string;
  /** Further fields, which show their own errors. */
  readonly renderFields?: (errorOf: (name: string) => string | undefined) => ReactNode;
  readonly fieldNames?: readonly string[];
}

/** Asks before something that weighs, does it, says that it is done, and offers to take it back where it can be. */
export function ConfirmForm(props: ConfirmFormProps) {
  const {
    title,
    description,
    trigger,
    triggerClassName = buttonClass({ variant: 'danger', size: 'sm' }),
  } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <AlertDialog
      title={title}
      description={description}
      trigger={trigger}
      triggerClassName={triggerClassName}
      open={isOpen}
      onOpenChange={setIsOpen}
    >
      <Form {...props} onClose={() => setIsOpen(false)} />
    </AlertDialog>
  );
}

function Form({ onClose, ...props }: ConfirmFormProps & { readonly onClose: () => void }) {
  const { state, errorOf, form } = useForm(async (previous: FormState, data: FormData) => {
    const next = await props.action(previous, data);
    if (next.status === 'done') {
      const { id, status: _, ...said } = next;
      const { undo } = props;
      showToast({
        ...said,
        ...(undo && id && { undo: () => undo.action(IDLE, formDataOf({ ...undo.values, [undo.name]: id })) }),
      });
      onClose();
    }
    return next;
  }, IDLE);
  return (
    <form {...form} className="flex flex-1 flex-col">
      {props.requestId && <input type="hidden" name="requestId" value={props.requestId} />}
      {Object.entries(props.values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-col gap-4 px-6 pt-4 pb-5 max-md:px-4">
        {props.renderFields?.(errorOf)}
        <FormMessage state={state} fields={props.fieldNames ?? []} />
      </div>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton variant={props.confirmVariant ?? 'danger'} pendingLabel={props.pendingLabel}>
          {props.confirmLabel}
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}

const IDLE: FormState = { status: 'idle' };
