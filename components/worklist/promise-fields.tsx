'use client';
import { useState } from 'react';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import { Select } from '@/components/ui/select';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { formatDay, formatMoney } from '@/lib/format';
import type { OpenInvoice } from './open-invoices';

interface PromiseFieldsProps {
  readonly currency: string;
  readonly invoices: readonly OpenInvoice[];
  readonly lateMinor: Minor;
  readonly today: PlainDate;
  readonly errorOf: (name: string) => string | undefined;
}

/** What they will pay, by when, and for what. */
export function PromiseFields({ currency, invoices, lateMinor, today, errorOf }: PromiseFieldsProps) {
  const [invoiceId, setInvoiceId] = useState('');
  const [day, setDay] = useState<PlainDate | null>(null);
  const chosen = invoices.find(({ documentId }) => documentId === invoiceId);
  return (
    <div>
      <div className="grid gap-4 md:grid-cols-[1fr_1fr_1.4fr]">
        <Field name="amount" label="They will pay" error={errorOf('amount')}>
          {(control) => (
            <MoneyInput
              key={invoiceId}
              {...control}
              currency={currency}
              defaultAmount={chosen ? chosen.openMinor : lateMinor > 0 ? lateMinor : null}
            />
          )}
        </Field>
        <Field name="promisedFor" label="By" error={errorOf('promisedFor')}>
          {(control) => <DateInput {...control} today={today} onDay={setDay} leaning="future" autoFocus />}
        </Field>
        <Field name="invoiceId" label="For" error={errorOf('invoiceId')}>
          {(control) => (
            <Select {...control} value={invoiceId} onChange={(event) => setInvoiceId(event.target.value)}>
              <option value="">The whole account</option>
              {invoices.map(({ documentId, number, openMinor }) => (
                <option key={documentId} value={documentId}>
                  {number}, {formatMoney(openMinor, currency)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <p className="hint">
        {day
          ? `Reminders stop until ${formatDay(day, { today })}. If nothing arrives, the account comes back here after it.`
          : 'Reminders stop until that day. If nothing arrives, the account comes back here after it.'}
      </p>
    </div>
  );
}
