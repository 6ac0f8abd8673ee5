'use client';
import type { Route } from 'next';
import { useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { DialogFooter } from '@/components/ui/dialog-footer';
import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import { useRoutedDialog } from '@/components/ui/use-routed-dialog';
import type { DocumentAllocation } from '@/db/queries/documents';
import type { OpenDebitRow } from '@/db/queries/open-debits';
import { toMinor } from '@/lib/domain/money';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { formatMoney } from '@/lib/format';
import { move, undoMove } from '../../_settlements/actions';

interface MovePartProps {
  readonly allocation: DocumentAllocation;
  readonly currency: string;
  /** What the money can go to, oldest due first. */
  readonly debits: readonly OpenDebitRow[];
  readonly requestId: string;
  readonly closeHref: Route;
}

const IDLE: FormState = { status: 'idle' };

/** Moves money that is applied to one invoice to another one, in a dialog over the page of the payment. */
export function MovePart({ closeHref, ...form }: MovePartProps) {
  const { isOpen, close } = useRoutedDialog(closeHref);
  const { amountMinor, other } = form.allocation;
  return (
    <Dialog
      title={`Move ${formatMoney(amountMinor, form.currency)}`}
      about={`now applied to ${other.number}`}
      size="sm"
      open={isOpen}
      onOpenChange={close}
    >
      <MoveForm {...form} onClose={close} />
    </Dialog>
  );
}

type MoveFormProps = Omit<MovePartProps, 'closeHref'> & { readonly onClose: () => void };

function MoveForm({ allocation, currency, debits, requestId, onClose }: MoveFormProps) {
  const [debitId, setDebitId] = useState(debits[0]?.itemId ?? '');
  const { state, errorOf, form } = useForm<FormState>(async (previous, data) => {
    const next = await move(previous, data);
    if (next.status === 'done') {
      const { id, message } = next;
      const from = { debitId: allocation.other.documentId };
      showToast({
        message,
        ...(id && { undo: () => undoMove(IDLE, formDataOf({ ...from, allocationIds: id })) }),
      });
      onClose();
    }
    return next;
  }, IDLE);
  const open = debits.find(({ itemId }) => itemId === debitId)?.openMinor ?? 0;
  if (debits.length === 0)
    return (
      <>
        <p className="px-6 py-6 text-muted-foreground max-md:px-4">
          The customer has no other open invoice in {currency} that could take it.
        </p>
        <DialogFooter>
          <Button onClick={onClose}>Close</Button>
        </DialogFooter>
      </>
    );
  return (
    <form {...form} className="flex flex-1 flex-col">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="allocationId" value={allocation.allocationId} />
      <input type="hidden" name="currency" value={currency} />
      <div className="flex flex-col gap-4 px-6 py-5 max-md:px-4">
        <Field name="debitId" label="To which invoice?" error={errorOf('debitId')}>
          {(control) => (
            <Select {...control} value={debitId} onChange={(event) => setDebitId(event.target.value)}>
              {debits.map(({ itemId, number, openMinor }) => (
                <option key={itemId} value={itemId}>
                  {number}, {formatMoney(openMinor, currency)} open
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="amount" label="How much?" error={errorOf('amount')}>
          {(control) => (
            <MoneyInput
              key={debitId}
              {...control}
              currency={currency}
              defaultAmount={toMinor(Math.min(allocation.amountMinor, open))}
            />
          )}
        </Field>
        <FormMessage state={state.status === 'done' ? IDLE : state} fields={['debitId', 'amount']} />
      </div>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton pendingLabel="Moving…">Move it</SubmitButton>
      </DialogFooter>
    </form>
  );
}
