'use client';
import { Clock } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { startTransition, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button, buttonClass } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { Dialog } from '@/components/ui/dialog';
import { DialogFooter } from '@/components/ui/dialog-footer';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { goOn } from './go-on';

interface SnoozeDialogProps {
  readonly customer: { readonly id: string; readonly name: string };
  readonly today: PlainDate;
  readonly requestId: string;
  readonly nextHref: Route;
  /** Snoozes; `id` of its answer names the snooze. */
  readonly snooze: FormAction;
  /** Ends the snooze that the field `snoozeId` names. */
  readonly undo: FormAction;
}

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

const IDLE: FormState = { status: 'idle' };
const WEEK = 7;

/** Asks until when a customer is left alone, and goes on to the next one. */
export function SnoozeDialog(props: SnoozeDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      title="Leave alone until"
      about={props.customer.name}
      size="sm"
      open={isOpen}
      onOpenChange={setIsOpen}
      triggerClassName={buttonClass({}, 'max-md:h-11')}
      trigger={
        <>
          <Clock aria-hidden />
          <span data-work-snooze>Snooze</span>
        </>
      }
    >
      <SnoozeForm {...props} onClose={() => setIsOpen(false)} />
    </Dialog>
  );
}

function SnoozeForm({
  customer,
  today,
  requestId,
  nextHref,
  snooze,
  undo,
  onClose,
}: SnoozeDialogProps & { readonly onClose: () => void }) {
  const router = useRouter();
  const { state, errorOf, form } = useForm<FormState>(async (previous, data) => {
    const next = await snooze(previous, data);
    if (next.status === 'done') {
      const { id, message } = next;
      showToast({ message, ...(id && { undo: () => undo(IDLE, formDataOf({ snoozeId: id })) }) });
      onClose();
      startTransition(() => goOn(router, nextHref));
    }
    return next;
  }, IDLE);
  return (
    <form
      {...form}
      className="flex flex-1 flex-col"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
      }}
    >
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="customerId" value={customer.id} />
      <div className="flex flex-col gap-4 px-6 py-5 max-md:px-4">
        <Field
          name="until"
          label="Until"
          hint="Type “fri” or “+7”. Reminders go on meanwhile."
          error={errorOf('until')}
        >
          {(control) => (
            <DateInput
              {...control}
              today={today}
              defaultDay={addDays(today, WEEK)}
              leaning="future"
              autoFocus
            />
          )}
        </Field>
        <Field name="reason" label="Why (optional)" error={errorOf('reason')}>
          {(control) => <Input {...control} maxLength={500} autoComplete="off" />}
        </Field>
        <FormMessage state={state.status === 'done' ? IDLE : state} fields={['until', 'reason']} />
      </div>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton pendingLabel="Snoozing…">Snooze</SubmitButton>
      </DialogFooter>
    </form>
  );
}
