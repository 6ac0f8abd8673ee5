'use client';
import { useState } from 'react';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyInput } from '@/components/ui/money-input';
import type { PlainDate } from '@/lib/domain/dates';
import { reversePayment } from './actions';

interface ReversePaymentProps {
  readonly documentId: string;
  readonly number: string;
  readonly currency: string;
  /** In words: "$12,480.00". */
  readonly amount: string;
  readonly today: PlainDate;
  readonly requestId: string;
}

const WHYS = [
  { why: 'bounced', label: 'It bounced', hint: 'Its invoices are open again from that day.' },
  { why: 'mistake', label: 'It was booked by mistake', hint: 'As if it had never arrived.' },
] as const;

/** Takes a payment back, after asking what happened and when. */
export function ReversePayment(props: ReversePaymentProps) {
  const { documentId, number, currency, amount, today, requestId } = props;
  const [why, setWhy] = useState<(typeof WHYS)[number]['why']>('bounced');
  return (
    <ConfirmForm
      title={`Reverse ${number}, ${amount}?`}
      description="The invoices that it paid are open again with their own due dates. It cannot be brought back; record it again if it arrives after all."
      trigger="Reverse…"
      triggerClassName={buttonClass(
        { variant: 'ghost', size: 'sm' },
        'ml-auto text-destructive! max-md:h-11',
      )}
      action={reversePayment}
      values={{ documentId, currency }}
      requestId={requestId}
      confirmLabel={`Reverse ${amount}`}
      pendingLabel="Reversing…"
      fieldNames={['on', 'fee', 'reason']}
      renderFields={(errorOf) => (
        <>
          <fieldset className="flex flex-col gap-2">
            <legend className="label">What happened?</legend>
            {WHYS.map(({ why: each, label, hint }) => (
              <label key={each} className="flex min-h-6 cursor-pointer items-start gap-2.5">
                <input
                  type="radio"
                  name="why"
                  value={each}
                  checked={why === each}
                  onChange={() => setWhy(each)}
                  className="mt-0.5 size-4 accent-primary"
                />
                <span>
                  {label}
                  <span className="block text-meta text-subtle">{hint}</span>
                </span>
              </label>
            ))}
          </fieldset>
          {why === 'bounced' && (
            <div className="grid gap-4 md:grid-cols-2">
              <Field name="on" label="On which day?" error={errorOf('on')}>
                {(control) => <DateInput {...control} today={today} defaultDay={today} />}
              </Field>
              <Field name="fee" label="Charge a fee" hint="Leave it empty for none." error={errorOf('fee')}>
                {(control) => <MoneyInput {...control} currency={currency} />}
              </Field>
            </div>
          )}
          <Field name="reason" label="In words" hint="It stays with the payment." error={errorOf('reason')}>
            {(control) => <Input {...control} maxLength={500} autoComplete="off" placeholder="No funds" />}
          </Field>
        </>
      )}
    />
  );
}
