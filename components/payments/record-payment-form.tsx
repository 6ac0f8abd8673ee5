'use client';
import type { Route } from 'next';
import { useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog-footer';
import { SubmitKeys } from '@/components/ui/submit-keys';
import { showToast } from '@/components/ui/toast';
import type { OpenDebitRow } from '@/db/queries/open-debits';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { type PaymentDraft, resultOf } from '@/lib/domain/payment-draft';
import { forgivenMinor, type RestChoice, standingRests } from '@/lib/domain/short-pay';
import type { WriteOffLimit } from '@/lib/domain/write-off-limit';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { formatMoney } from '@/lib/format';
import { AllocationTable } from './allocation-table';
import { PaymentFields } from './payment-fields';
import { PaymentTotals } from './payment-totals';

/** Whose payment it is, and what it can be applied to. */
export interface RecordPaymentProps {
  readonly customer: { readonly id: string; readonly name: string };
  readonly currency: string;
  /** The same form in the other currencies that the customer has something open in. */
  readonly others: readonly { readonly currency: string; readonly href: Route }[];
  /** What arrived, when that is known already; null leaves it to be typed. */
  readonly amountMinor: Minor | null;
  readonly today: PlainDate;
  readonly debits: readonly OpenDebitRow[];
  /** Credit on the account, above 0. */
  readonly creditMinor: Minor;
  /** What the customer owes in all, before this payment. */
  readonly balanceMinor: Minor;
  readonly bounds: readonly number[];
  /** How much may be written off at once. */
  readonly limit: WriteOffLimit;
  /** Made when the form was drawn: however often it is sent, it books once. */
  readonly requestId: string;
  /** Books the form; `id` of its answer names the payment. */
  readonly record: FormAction;
  /** Reverses the payment that the field `documentId` names. */
  readonly undo: FormAction;
}

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

const EMPTY: PaymentDraft = {
  amountMinor: null,
  fill: 'oldest',
  useCredit: false,
  excluded: new Set(),
  byHand: new Map(),
};

interface RecordPaymentFormProps extends RecordPaymentProps {
  /** Something was entered that closing would lose. */
  readonly onTyped: () => void;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** What arrived, and which invoices it pays. */
export function RecordPaymentForm(props: RecordPaymentFormProps) {
  const { customer, currency, debits, creditMinor, balanceMinor, requestId, record, undo } = props;
  const [draft, setDraft] = useState({ ...EMPTY, amountMinor: props.amountMinor });
  const [rests, setRests] = useState<ReadonlyMap<string, RestChoice>>(new Map());
  const result = resultOf(draft, debits, creditMinor);
  const standing = standingRests(rests, debits, result.pays);
  const { state, pending, errorOf, form } = useForm<FormState>(async (previous, data) => {
    const next = await record(previous, data);
    if (next.status === 'done') {
      const { id, status: _, ...said } = next;
      showToast({ ...said, ...(id && { undo: () => undo(IDLE, formDataOf({ documentId: id })) }) });
      props.onDone();
    }
    return next;
  }, IDLE);
  // What was refused is not what the form says any more.
  const [overtaken, setOvertaken] = useState<FormState>(IDLE);
  const change = (next: PaymentDraft) => {
    setOvertaken(state);
    setDraft(next);
  };
  // An amount that no payment can have changes nothing that is said about the balance.
  const receivedMinor = toMinor(Math.max(0, draft.amountMinor ?? 0));
  const received = receivedMinor === 0 ? 'payment' : formatMoney(receivedMinor, currency);
  return (
    <form
      {...form}
      className="flex flex-1 flex-col"
      onChange={props.onTyped}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        if (event.metaKey || event.ctrlKey) event.currentTarget.requestSubmit();
        // Enter ends an amount; it must not book the payment on the way.
        else if (event.target instanceof HTMLInputElement) event.preventDefault();
      }}
    >
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="customerId" value={customer.id} />
      <input type="hidden" name="currency" value={currency} />
      <input type="hidden" name="parts" value={partsText(result.pays, standing)} />
      <PaymentFields
        {...props}
        errorOf={errorOf}
        onAmount={(amountMinor) => change({ ...draft, amountMinor })}
      />
      <AllocationTable
        {...props}
        draft={draft}
        result={result}
        rests={rests}
        onDraft={change}
        onRest={(itemId, rest) => {
          setOvertaken(state);
          setRests(new Map([...rests, [itemId, rest]]));
        }}
      />
      <div className="sticky bottom-0 mt-auto bg-popover">
        <PaymentTotals
          {...props}
          draft={draft}
          result={result}
          hasDebits={debits.length > 0}
          onDraft={change}
        />
        <div className="px-6 py-3 empty:hidden max-md:px-4">
          <FormMessage state={overtaken === state ? IDLE : state} fields={FIELDS} />
        </div>
        <DialogFooter
          note={
            <>
              Balance goes from <span className="fig">{formatMoney(balanceMinor, currency)}</span> to{' '}
              <b className="fig font-semibold text-foreground">
                {formatMoney(toMinor(balanceMinor - receivedMinor - forgivenMinor(standing)), currency)}
              </b>
              .
            </>
          }
        >
          <Button onClick={props.onCancel}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending}>
            {pending ? 'Recording…' : `Record ${received}`}
            <SubmitKeys />
          </Button>
        </DialogFooter>
      </div>
    </form>
  );
}

const FIELDS = ['amount', 'receivedOn', 'method', 'reference'];
const IDLE: FormState = { status: 'idle' };

/** The shares as the action reads them: item, minor units, and what becomes of the rest. */
function partsText(pays: ReadonlyMap<string, Minor>, standing: ReturnType<typeof standingRests>): string {
  const rests = new Map(
    standing.map(({ itemId, rest: { as, reason } }) => [itemId, { as, reason: reason.trim() }]),
  );
  return JSON.stringify(
    [...pays].map(([invoiceId, amountMinor]) => {
      const rest = rests.get(invoiceId);
      if (!rest) return { invoiceId, amountMinor };
      return { invoiceId, amountMinor, rest: rest.reason ? rest : { as: rest.as } };
    }),
  );
}
