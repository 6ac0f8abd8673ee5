'use client';
import { useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button, buttonClass } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { Dialog } from '@/components/ui/dialog';
import { DialogFooter } from '@/components/ui/dialog-footer';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import type { PlainDate } from '@/lib/domain/dates';
import type { FormState } from '@/lib/form-state';
import { endRecurring, pauseRecurring } from '../actions';

interface DayFormProps {
  readonly kind: 'pause' | 'end';
  readonly recurringId: string;
  readonly today: PlainDate;
  /** The day that is offered. */
  readonly day: PlainDate;
  readonly requestId: string;
}

const IDLE: FormState = { status: 'idle' };
const FIELDS = ['on'];
const WORDS = {
  pause: {
    title: 'Pause it',
    trigger: 'Pause…',
    label: 'From',
    hint: 'Nothing is billed for days from this one on, until it runs again.',
    action: pauseRecurring,
  },
  end: {
    title: 'End it',
    trigger: 'End…',
    label: 'Last day',
    hint: 'It bills for this day still, and never after it. What it billed stays.',
    action: endRecurring,
  },
} as const;

/** Asks from which day on an invoice that repeats is paused, or which its last one is. */
export function DayForm(props: DayFormProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { title, trigger } = WORDS[props.kind];
  return (
    <Dialog
      title={title}
      size="sm"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={trigger}
      triggerClassName={buttonClass({ size: 'sm' }, 'max-md:h-11!')}
    >
      <Form {...props} onClose={() => setIsOpen(false)} />
    </Dialog>
  );
}

function Form({
  kind,
  recurringId,
  today,
  day,
  requestId,
  onClose,
}: DayFormProps & { readonly onClose: () => void }) {
  const { title, label, hint, action } = WORDS[kind];
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
      <input type="hidden" name="recurringId" value={recurringId} />
      <div className="flex flex-col gap-4 px-6 py-5 max-md:px-4">
        <Field name="on" label={label} hint={hint} error={errorOf('on')}>
          {(control) => <DateInput {...control} today={today} defaultDay={day} leaning="future" />}
        </Field>
        <FormMessage state={state.status === 'done' ? IDLE : state} fields={FIELDS} />
      </div>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton pendingLabel="Saving…">{title}</SubmitButton>
      </DialogFooter>
    </form>
  );
}
