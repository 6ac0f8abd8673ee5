'use client';
import { useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button, buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { DialogFooter } from '@/components/ui/dialog-footer';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import type { PlainDate } from '@/lib/domain/dates';
import type { FormState } from '@/lib/form-state';
import { formatCount, formatDay } from '@/lib/format';
import { resumeRecurring } from '../actions';

interface ResumeFormProps {
  readonly recurringId: string;
  /** Days that the pause kept back so far. */
  readonly missed: readonly PlainDate[];
  readonly today: PlainDate;
  readonly requestId: string;
}

const IDLE: FormState = { status: 'idle' };

/** Lets an invoice that repeats run again, and asks what becomes of the days that the pause kept back. */
export function ResumeForm(props: ResumeFormProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      title="Let it run again"
      size="sm"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger="Resume…"
      triggerClassName={buttonClass({ variant: 'primary', size: 'sm' }, 'max-md:h-11!')}
    >
      <Form {...props} onClose={() => setIsOpen(false)} />
    </Dialog>
  );
}

function Form({
  recurringId,
  missed,
  today,
  requestId,
  onClose,
}: ResumeFormProps & { readonly onClose: () => void }) {
  const { state, form } = useForm(async (previous: FormState, data: FormData) => {
    const next = await resumeRecurring(previous, data);
    if (next.status === 'done') {
      showToast({ message: next.message });
      onClose();
    }
    return next;
  }, IDLE);
  const days = missed.slice(0, MOST_NAMED).map((day) => formatDay(day, { today }));
  const more = missed.length - days.length;
  return (
    <form {...form} className="flex flex-1 flex-col">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="recurringId" value={recurringId} />
      {missed.length === 0 && <input type="hidden" name="missed" value="skip" />}
      <div className="flex flex-col gap-4 px-6 py-5 max-md:px-4">
        {missed.length === 0 ? (
          <p>The pause kept nothing back. It goes on with its next date.</p>
        ) : (
          <fieldset className="flex flex-col gap-3">
            <legend className="mb-3">
              The pause kept {formatCount(missed.length, 'date')} back: {days.join(', ')}
              {more > 0 && ` and ${more} more`}.
            </legend>
            <Choice value="skip" label="Pass over them" hint="They are never billed." isDefault />
            <Choice
              value="bill"
              label="Bill them after all"
              hint="One invoice each, dated on its day or the first open one, with the next run."
              isDefault={false}
            />
          </fieldset>
        )}
        <FormMessage state={state.status === 'done' ? IDLE : state} />
      </div>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton pendingLabel="Saving…">Let it run again</SubmitButton>
      </DialogFooter>
    </form>
  );
}

/** Days that are named one by one. */
const MOST_NAMED = 6;

interface ChoiceProps {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly isDefault: boolean;
}

function Choice({ value, label, hint, isDefault }: ChoiceProps) {
  return (
    <div>
      <label className="flex cursor-pointer items-center gap-2.5 font-medium">
        <input
          type="radio"
          name="missed"
          value={value}
          defaultChecked={isDefault}
          className="accent-primary"
        />
        {label}
      </label>
      <p className="pl-[26px] text-muted-foreground">{hint}</p>
    </div>
  );
}
