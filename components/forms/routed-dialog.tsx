'use client';
import type { Route } from 'next';
import type { ReactNode } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { DialogFooter } from '@/components/ui/dialog-footer';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import { useRoutedDialog } from '@/components/ui/use-routed-dialog';
import type { FormState } from '@/lib/form-state';

interface RoutedDialogProps {
  readonly title: string;
  readonly about: string;
  readonly size?: 'sm' | 'md' | 'lg';
  /** The page without the dialog. */
  readonly closeHref: Route;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly requestId: string;
  /** Sent along: which thing is meant. */
  readonly values: Readonly<Record<string, string>>;
  readonly submitLabel: string;
  readonly pendingLabel: string;
  /** Names of the fields that show their own errors. */
  readonly fieldNames: readonly string[];
  readonly children: (errorOf: (name: string) => string | undefined) => ReactNode;
}

const IDLE: FormState = { status: 'idle' };

/** A form in a dialog that the address asks for: once it is done it says so and goes back to the page below it. */
export function RoutedDialog({ closeHref, children, ...props }: RoutedDialogProps) {
  const { isOpen, close } = useRoutedDialog(closeHref);
  const { state, errorOf, form } = useForm(async (previous: FormState, data: FormData) => {
    const next = await props.action(previous, data);
    if (next.status === 'done') {
      showToast({ message: next.message });
      close();
    }
    return next;
  }, IDLE);
  return (
    <Dialog
      title={props.title}
      about={props.about}
      size={props.size ?? 'sm'}
      open={isOpen}
      onOpenChange={close}
    >
      <form {...form} className="flex flex-1 flex-col">
        <input type="hidden" name="requestId" value={props.requestId} />
        {Object.entries(props.values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="flex flex-col gap-4 px-6 py-5 max-md:px-4">
          {children(errorOf)}
          <FormMessage state={state.status === 'done' ? IDLE : state} fields={props.fieldNames} />
        </div>
        <DialogFooter>
          <Button onClick={close}>Cancel</Button>
          <SubmitButton pendingLabel={props.pendingLabel}>{props.submitLabel}</SubmitButton>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
