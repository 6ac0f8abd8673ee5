'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { useSubmitKey } from '@/components/forms/use-submit-key';
import { DraftSums } from '@/components/invoices/draft-sums';
import { InvoiceFields, type InvoiceHead } from '@/components/invoices/invoice-fields';
import { LineEditor, newLine } from '@/components/invoices/line-editor';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitKeys } from '@/components/ui/submit-keys';
import { showToast } from '@/components/ui/toast';
import type { CustomerOption } from '@/db/queries/customers';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { type DraftLine, draftTotals, postableLines } from '@/lib/domain/invoice-draft';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { formatMoney } from '@/lib/format';
import { route } from '@/lib/url';
import { findCustomers } from '../../customers/find-customers';
import { postInvoice, voidDocument } from '../actions';
import { Preview } from './preview';

interface InvoiceFormProps {
  /** The name of the business. */
  readonly seller: string;
  readonly currency: string;
  readonly today: PlainDate;
  readonly customer: (CustomerOption & { readonly address: string | null }) | null;
  readonly requestId: string;
}

const FIELDS = ['customerId', 'invoiceDate', 'dueDate', 'number', 'overrideHold'];
const IDLE: FormState = { status: 'idle' };

/** The invoice while it is written, and how it will look. ⌘↵ posts it. */
export function InvoiceForm({ seller, today, requestId, ...given }: InvoiceFormProps) {
  const router = useRouter();
  const { state, pending, errorOf, form } = useForm(postInvoice, IDLE);
  useSubmitKey(form.ref);
  const [head, setHead] = useState<InvoiceHead>({
    customer: given.customer,
    issuedOn: today,
    ownDueOn: null,
    number: '',
  });
  const [lines, setLines] = useState<readonly DraftLine[]>(() => [newLine()]);
  const [isJudged, setIsJudged] = useState(false);
  const { customer, issuedOn } = head;
  const currency = customer?.currency ?? given.currency;
  const totals = draftTotals(lines);
  const postable = postableLines(lines);
  const dueOn = head.ownDueOn ?? (issuedOn && customer ? addDays(issuedOn, customer.termsDays) : null);
  const isDone = state.status === 'done';
  // Once it was refused for a hold, the field stays: what is wrong next may be something else.
  const [isOnHold, setIsOnHold] = useState(false);
  const refusedFor = errorOf('overrideHold');
  if (refusedFor !== undefined && !isOnHold) setIsOnHold(true);
  useEffect(() => {
    if (state.status !== 'done' || !state.id) return;
    showToast({ message: state.message, undo: undoOf(state.id) });
    router.replace(`/invoices/${state.id}`);
  }, [state, router]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    setIsJudged(true);
    if (totals.problems.size === 0 && postable.length > 0) return form.onSubmit(event);
    event.preventDefault();
    const { currentTarget } = event;
    // After the problems are drawn.
    setTimeout(() => {
      const wrong = '[data-line] [aria-invalid], [data-line] input';
      currentTarget
        .querySelector<HTMLElement>(totals.problems.size > 0 ? '[data-line] [aria-invalid]' : wrong)
        ?.focus();
    });
  };
  return (
    <form {...form} onSubmit={onSubmit} className="flex flex-1">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="currency" value={currency} />
      <input type="hidden" name="lines" value={JSON.stringify(postable)} />
      <div className="flex min-w-0 flex-1 flex-col gap-6 px-7 py-6 max-md:px-4">
        <InvoiceFields
          head={head}
          dueOn={dueOn}
          today={today}
          find={findCustomers}
          errorOf={errorOf}
          onHead={(changes) => setHead((before) => ({ ...before, ...changes }))}
        />
        <LineEditor
          lines={lines}
          totals={totals}
          currency={currency}
          isJudged={isJudged}
          onLines={setLines}
        />
        {isJudged && postable.length === 0 && (
          <p role="alert" className="-mt-3 text-meta text-destructive">
            Write at least one line with a price.
          </p>
        )}
        <DraftSums totals={totals} currency={currency} />
        {isOnHold && (
          <Field
            name="overrideHold"
            label="Why it is billed all the same"
            hint="The reason is noted with the invoice."
            error={errorOf('overrideHold')}
          >
            {(control) => <Input {...control} maxLength={500} autoComplete="off" />}
          </Field>
        )}
        <FormMessage state={isDone ? IDLE : state} fields={FIELDS} />
        <div className="sticky bottom-(--panel-bottom) z-10 -mx-7 mt-auto -mb-6 flex items-center justify-end gap-2 border-t border-border bg-card px-7 py-3 max-md:-mx-4 max-md:px-4 max-md:[&>.btn]:h-11 max-md:[&>.btn-primary]:flex-1">
          {given.customer ? (
            <ButtonLink href={route(`/customers/${given.customer.id}`)}>Cancel</ButtonLink>
          ) : (
            <ButtonLink href="/invoices">Cancel</ButtonLink>
          )}
          <Button type="submit" variant="primary" pending={pending || isDone}>
            {pending ? 'Posting…' : `Post ${formatMoney(totals.totalMinor, currency)}`}
            <SubmitKeys />
          </Button>
        </div>
      </div>
      <Preview
        seller={seller}
        head={head}
        address={customer && customer.id === given.customer?.id ? given.customer.address : null}
        dueOn={dueOn}
        totals={totals}
        currency={currency}
      />
    </form>
  );
}

function undoOf(documentId: string): () => Promise<FormState> {
  const reason = 'Undone right after it was posted';
  return () => voidDocument(IDLE, formDataOf({ documentId, kind: 'invoice', reason }));
}
