'use client';
import type { Route } from 'next';
import { RemindForm } from '@/components/reminders/remind-form';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';
import { useRoutedDialog } from '@/components/ui/use-routed-dialog';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { cancelMailsAction } from '../mails/actions';
import { remindAction } from './actions';
import type { ReminderPreview } from './read';

interface RemindProps {
  readonly customer: { readonly id: string; readonly name: string };
  /** None: everything that is late. */
  readonly documentIds: readonly string[];
  readonly preview: ReminderPreview;
  readonly requestId: string;
  readonly closeHref: Route;
}

/** A reminder by hand, over the page that it was asked from: shown first, sent after half a minute, taken back from the toast. */
export function Remind({ customer, documentIds, preview, requestId, closeHref }: RemindProps) {
  const { isOpen, close } = useRoutedDialog(closeHref);
  const send = async (previous: FormState, form: FormData) => {
    const next = await remindAction(previous, form);
    if (next.status === 'done' && next.id) {
      const undo = () => cancelMailsAction({ status: 'idle' }, formDataOf({ mailIds: next.id ?? '' }));
      showToast({ message: next.message, undo });
      close();
    }
    return next;
  };
  return (
    <Dialog title="Remind" about={customer.name} open={isOpen} onOpenChange={close} size="md">
      <RemindForm
        customerId={customer.id}
        documentIds={documentIds}
        preview={preview}
        requestId={requestId}
        action={send}
        onClose={close}
      />
    </Dialog>
  );
}
