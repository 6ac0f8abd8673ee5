'use client';
import { useActionState, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog-footer';
import { showToast } from '@/components/ui/toast';
import type { CreditItemRow } from '@/db/queries/credit-items';
import type { OpenDebitRow } from '@/db/queries/open-debits';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { type PaymentDraft, resultOf } from '@/lib/domain/payment-draft';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { formatMoney } from '@/lib/format';
import { ApplyCreditTable } from './apply-credit-table';

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** One credit of a customer, and what it can be applied to. */
export interface ApplyCreditProps {
  readonly customer: string;
  readonly credit: CreditItemRow;
  /** What the customer has open in the credit's currency, oldest due first. */
  readonly debits: readonly OpenDebitRow[];
  readonly today: PlainDate;
  readonly bounds: readonly number[];
  /** Made when the form was drawn: however often it is sent, it applies once. */
  readonly requestId: string;
  /** Applies; `id` of its answer names the applications. */
  readonly apply: FormAction;
  /** Takes the applications back that the field `allocationIds` names. */
  readonly undo: FormAction;
}

const IDLE: FormState = { status: 'idle' };

/** How much of the credit goes to which invoice: oldest first, until an amount is typed or a box is ticked. */
export function ApplyCreditForm(props: ApplyCreditProps & { readonly onClose: () => void }) {
  const { credit, debits, today, bounds, requestId, onClose } = props;
  const { currency } = credit;
  const available = toMinor(-credit.openMinor);
  const [draft, setDraft] = useState<PaymentDraft>({
    amountMinor: available,
    fill: 'oldest',
    useCredit: false,
    excluded: new Set(),
    byHand: new Map(),
  });
  const result = resultOf(draft, debits, toMinor(0));
  const [state, submit, isPending] = useActionState(async (previous: FormState, form: FormData) => {
    const next = await props.apply(previous, form);
    if (next.status === 'done') {
      const { id, message } = next;
      showToast({ message, ...(id && { undo: () => props.undo(IDLE, formDataOf({ allocationIds: id })) }) });
      onClose();
    }
    return next;
  }, IDLE);
  const money = (amount: Minor) => formatMoney(amount, currency);
  const isTooMuch = result.leftMinor < 0 || result.overpaid.size > 0;
  if (debits.length === 0)
    return (
      <>
        <p className="px-6 py-6 text-muted-foreground">
          Nothing is open in {currency}. The {money(available)} stay on the account until an invoice takes
          them.
        </p>
        <DialogFooter>
          <Button onClick={onClose}>Close</Button>
        </DialogFooter>
      </>
    );
  return (
    <form action={submit} className="flex flex-1 flex-col">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="creditItemId" value={credit.itemId} />
      <input type="hidden" name="currency" value={currency} />
      <input
        type="hidden"
        name="parts"
        value={JSON.stringify([...result.pays].map(([itemId, amountMinor]) => ({ itemId, amountMinor })))}
      />
      <ApplyCreditTable
        caption={`${money(available)} can be applied. Oldest first; type over an amount or untick an invoice.`}
        debits={debits}
        currency={currency}
        today={today}
        bounds={bounds}
        draft={draft}
        result={result}
        onDraft={setDraft}
      />
      <div className="px-6 py-3 empty:hidden max-md:px-4">
        <FormMessage state={state} />
      </div>
      <DialogFooter
        note={
          <span role="status" className={isTooMuch ? 'text-destructive' : ''}>
            {noteOf(result, money)}
          </span>
        }
      >
        <Button onClick={onClose}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          pending={isPending}
          disabled={result.pays.size === 0 || isTooMuch}
        >
          {isPending ? 'Applying…' : `Apply ${money(result.appliedMinor)}`}
        </Button>
      </DialogFooter>
    </form>
  );
}

function noteOf(
  { leftMinor, overpaid }: ReturnType<typeof resultOf>,
  money: (amount: Minor) => string,
): string {
  if (overpaid.size > 0) return 'An invoice has less open than that.';
  if (leftMinor < 0) return `${money(toMinor(-leftMinor))} more than there is.`;
  return leftMinor === 0 ? 'Nothing left over.' : `${money(leftMinor)} stay on the account.`;
}
