'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { useSubmitKey } from '@/components/forms/use-submit-key';
import { DraftSums } from '@/components/invoices/draft-sums';
import { LineEditor } from '@/components/invoices/line-editor';
import { Button, ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitKeys } from '@/components/ui/submit-keys';
import { showToast } from '@/components/ui/toast';
import type { PlainDate } from '@/lib/domain/dates';
import { type DraftLine, draftTotals, postableLines } from '@/lib/domain/invoice-draft';
import { type Minor, toMinor } from '@/lib/domain/money';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { formatMoney } from '@/lib/format';
import { route } from '@/lib/url';
import { creditInvoice, voidDocument } from '../../actions';
import { findServices } from '../../find-for-line';

interface CreditFormProps {
  readonly requestId: string;
  readonly today: PlainDate;
  readonly invoice: {
    readonly documentId: string;
    readonly customerId: string;
    readonly number: string;
    readonly currency: string;
    readonly openMinor: Minor;
    /** What of it was not credited before. */
    readonly leftMinor: Minor;
  };
  readonly lines: readonly DraftLine[];
}

const FIELDS = ['creditDate', 'reason'];
const IDLE: FormState = { status: 'idle' };

/** What of an invoice is credited, why, and whether it settles the invoice. */
export function CreditForm({ requestId, today, invoice, ...start }: CreditFormProps) {
  const { state, pending, errorOf, form } = useForm(creditInvoice, IDLE);
  useSubmitKey(form.ref);
  useCredited(state);
  const { documentId, customerId, number, currency, openMinor, leftMinor } = invoice;
  const [lines, setLines] = useState(start.lines);
  const [isJudged, setIsJudged] = useState(false);
  const [settles, setSettles] = useState(openMinor > 0);
  const totals = draftTotals(lines);
  const postable = postableLines(lines);
  const { totalMinor } = totals;
  const isDone = state.status === 'done';
  const words = (amount: number) => formatMoney(toMinor(amount), currency);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    setIsJudged(true);
    if (totals.problems.size === 0 && postable.length > 0) return form.onSubmit(event);
    event.preventDefault();
    const { currentTarget } = event;
    setTimeout(() => currentTarget.querySelector<HTMLElement>('[data-line] input')?.focus());
  };
  return (
    <form
      {...form}
      onSubmit={onSubmit}
      className="flex max-w-[820px] flex-1 flex-col gap-6 px-7 py-6 max-md:px-4"
    >
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="invoiceId" value={documentId} />
      <input type="hidden" name="customerId" value={customerId} />
      <input type="hidden" name="currency" value={currency} />
      <input type="hidden" name="lines" value={JSON.stringify(postable)} />
      <input type="hidden" name="settles" value={settles && openMinor > 0 ? 'yes' : 'no'} />
      <div className="grid gap-4 md:grid-cols-[1fr_200px]">
        <Field
          name="reason"
          label="What is it for?"
          hint="It stands on the credit memo."
          error={errorOf('reason')}
        >
          {(control) => <Input {...control} maxLength={500} autoComplete="off" autoFocus />}
        </Field>
        <Field name="creditDate" label="Date" error={errorOf('creditDate')}>
          {(control) => <DateInput {...control} today={today} defaultDay={today} />}
        </Field>
      </div>
      <LineEditor
        lines={lines}
        totals={totals}
        currency={currency}
        isJudged={isJudged}
        find={findServices}
        beneficiaries={NOBODY}
        onLines={setLines}
      />
      <DraftSums totals={totals} currency={currency} />
      {totalMinor > leftMinor && (
        <p role="status" className="text-warning">
          {words(totalMinor - leftMinor)} more than what is left of {number} to be credited.
        </p>
      )}
      {openMinor > 0 && (
        <div className="panel p-4">
          <Checkbox
            checked={settles}
            onChange={({ target }) => setSettles(target.checked)}
            aria-describedby="settles-result"
            label={<span className="font-medium">Take it off {number}</span>}
          />
          <p id="settles-result" className="pl-[26px] text-muted-foreground">
            {settles
              ? `${words(Math.max(0, openMinor - totalMinor))} of it stays open, and ${words(Math.max(0, totalMinor - openMinor))} of the credit goes to the account.`
              : `All of it goes to the account, and ${words(openMinor)} of the invoice stays open.`}
          </p>
        </div>
      )}
      <FormMessage state={isDone ? IDLE : state} fields={FIELDS} />
      <div className="flex gap-2 max-md:flex-col-reverse max-md:[&>.btn]:h-11">
        <ButtonLink href={route(`/invoices/${documentId}`)}>Cancel</ButtonLink>
        <Button type="submit" variant="primary" pending={pending || isDone}>
          Credit {words(totalMinor)}
          <SubmitKeys />
        </Button>
      </div>
    </form>
  );
}

const NOBODY: readonly never[] = [];

/** Once it is posted, says so with its undo and shows it. */
function useCredited(state: FormState): void {
  const router = useRouter();
  useEffect(() => {
    if (state.status !== 'done' || !state.id) return;
    const { id, message } = state;
    const reason = 'Undone right after it was posted';
    showToast({
      message,
      undo: () => voidDocument(IDLE, formDataOf({ documentId: id, kind: 'credit_memo', reason })),
    });
    router.replace(route(`/invoices/${id}`));
  }, [state, router]);
}
