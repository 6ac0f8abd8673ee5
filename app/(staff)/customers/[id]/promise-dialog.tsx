'use client';
import type { Route } from 'next';
import { useState } from 'react';
import { RoutedDialog } from '@/components/forms/routed-dialog';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';
import { recordPromise } from './actions';

/** What a promise can be for: an invoice, or ('') the account in one currency. */
export interface Promisable {
  readonly invoiceId: string;
  readonly label: string;
  readonly currency: string;
  readonly openMinor: Minor;
}

interface PromiseDialogProps {
  readonly customer: { readonly id: string; readonly name: string };
  /** At least one. */
  readonly choices: readonly Promisable[];
  readonly today: PlainDate;
  readonly requestId: string;
  readonly closeHref: Route;
}

/** Notes what a customer said it would pay, and by when. */
export function PromiseDialog({ customer, choices, today, requestId, closeHref }: PromiseDialogProps) {
  const [at, setAt] = useState(0);
  const chosen = choices[at];
  if (!chosen) return null;
  const { invoiceId, currency, openMinor } = chosen;
  return (
    <RoutedDialog
      title="Note a promise"
      about={customer.name}
      closeHref={closeHref}
      action={recordPromise}
      requestId={requestId}
      values={{ customerId: customer.id, invoiceId, currency }}
      submitLabel="Note promise"
      pendingLabel="Saving…"
      fieldNames={['amount', 'promisedFor', 'note']}
    >
      {(errorOf) => (
        <>
          <div>
            <label className="label" htmlFor="promised-of">
              For
            </label>
            <Select
              id="promised-of"
              value={String(at)}
              onChange={(event) => setAt(Number(event.target.value))}
            >
              {choices.map((choice, i) => (
                <option key={choice.label} value={i}>
                  {choice.label}, {formatMoney(choice.openMinor, choice.currency)}
                </option>
              ))}
            </Select>
          </div>
          <div className="grid grid-cols-2 gap-4">
            <Field name="amount" label="Amount" error={errorOf('amount')}>
              {(control) => (
                <MoneyInput key={at} {...control} currency={currency} defaultAmount={openMinor} autoFocus />
              )}
            </Field>
            <Field name="promisedFor" label="By" error={errorOf('promisedFor')}>
              {(control) => <DateInput {...control} today={today} leaning="future" />}
            </Field>
          </div>
          <Field name="note" label="What was said" hint="Optional." error={errorOf('note')}>
            {(control) => <Textarea {...control} maxLength={2_000} />}
          </Field>
        </>
      )}
    </RoutedDialog>
  );
}
