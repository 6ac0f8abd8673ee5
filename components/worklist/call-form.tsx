'use client';
import { ArrowRight } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type ReactNode, startTransition, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { SubmitKeys } from '@/components/ui/submit-keys';
import { Textarea } from '@/components/ui/textarea';
import { showToast } from '@/components/ui/toast';
import type { CallOutcome } from '@/lib/domain/call-outcome';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { DisputeFields } from './dispute-fields';
import { goOn } from './go-on';
import type { OpenInvoice } from './open-invoices';
import { OutcomePicker } from './outcome-picker';
import { PromiseFields } from './promise-fields';

/** Who was called, and what the call can be about. */
export interface CallFormProps {
  readonly customerId: string;
  readonly contactName: string | null;
  readonly currency: string;
  /** What is open, oldest due first. */
  readonly invoices: readonly OpenInvoice[];
  readonly lateMinor: Minor;
  readonly owners: readonly string[];
  readonly today: PlainDate;
  /** Made when the form was drawn: however often it is sent, it notes once. */
  readonly requestId: string;
  /** The customer that comes next. */
  readonly nextHref: Route;
  /** Notes; `id` of its answer names what was noted. */
  readonly log: FormAction;
  /** Takes back what the field `noted` names. */
  readonly undo: FormAction;
  /** Beside the button that saves. */
  readonly children: ReactNode;
}

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

const FORM = 'log-call';
const IDLE: FormState = { status: 'idle' };
const FIELDS = ['outcome', 'amount', 'promisedFor', 'invoiceId', 'reason', 'owner', 'note'];

/** How the call went, with what came of it and what was said; saving goes on to the next customer. */
export function CallForm(props: CallFormProps) {
  const { customerId, contactName, currency, requestId, nextHref, log, undo, children } = props;
  const router = useRouter();
  const [outcome, setOutcome] = useState<CallOutcome | null>(null);
  const [isTyped, setIsTyped] = useState(false);
  const { state, pending, errorOf, form } = useForm<FormState>(async (previous, data) => {
    const next = await log(previous, data);
    if (next.status === 'done') {
      const { id, message } = next;
      showToast({ message, ...(id && { undo: () => undo(IDLE, formDataOf({ noted: id })) }) });
      startTransition(() => goOn(router, nextHref));
    }
    return next;
  }, IDLE);
  return (
    <>
      <form
        {...form}
        id={FORM}
        aria-label="Log the call"
        className="flex flex-col gap-4"
        onChange={({ target }) => {
          if (!(target instanceof HTMLInputElement && target.name === 'outcome')) setIsTyped(true);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
          if (event.key === 'Escape' && !isTyped) setOutcome(null);
        }}
      >
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="customerId" value={customerId} />
        <input type="hidden" name="currency" value={currency} />
        <input type="hidden" name="contactName" value={contactName ?? ''} />
        <OutcomePicker outcome={outcome} error={errorOf('outcome')} onOutcome={setOutcome} />
        {outcome === 'promised' && <PromiseFields {...props} errorOf={errorOf} />}
        {outcome === 'disputed' && <DisputeFields {...props} errorOf={errorOf} />}
        <Field name="note" label="What was said" error={errorOf('note')}>
          {(control) => <Textarea {...control} maxLength={2_000} rows={2} />}
        </Field>
        <FormMessage state={state.status === 'done' ? IDLE : state} fields={FIELDS} />
      </form>
      <div className="sticky bottom-(--panel-bottom) z-10 -mx-6 mt-auto flex flex-wrap items-center gap-2 border-t border-border bg-card px-6 py-3 max-md:-mx-4 max-md:px-4 print:hidden">
        {children}
        <Button type="submit" form={FORM} variant="primary" pending={pending} className="max-md:h-11">
          {pending ? 'Saving…' : 'Save and next'}
          <ArrowRight aria-hidden />
          <SubmitKeys />
        </Button>
      </div>
    </>
  );
}
