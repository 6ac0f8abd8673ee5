'use client';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyInput } from '@/components/ui/money-input';
import { Select } from '@/components/ui/select';
import { SHORT_REASONS } from '@/lib/domain/short-pay';
import { formatMoney } from '@/lib/format';
import type { OpenInvoice } from './open-invoices';

interface DisputeFieldsProps {
  readonly currency: string;
  readonly invoices: readonly OpenInvoice[];
  /** Who may be asked to settle it. */
  readonly owners: readonly string[];
  readonly errorOf: (name: string) => string | undefined;
}

/** Which invoice they contest, how much of it, why, and who is to settle it. */
export function DisputeFields({ currency, invoices, owners, errorOf }: DisputeFieldsProps) {
  const [invoiceId, setInvoiceId] = useState(invoices[0]?.documentId ?? '');
  const open = invoices.find(({ documentId }) => documentId === invoiceId)?.openMinor ?? null;
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Field name="invoiceId" label="Which invoice?" error={errorOf('invoiceId')}>
        {(control) => (
          <Select {...control} value={invoiceId} onChange={(event) => setInvoiceId(event.target.value)}>
            {invoices.map(({ documentId, number, openMinor }) => (
              <option key={documentId} value={documentId}>
                {number}, {formatMoney(openMinor, currency)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="amount" label="How much of it?" error={errorOf('amount')}>
        {(control) => <MoneyInput key={invoiceId} {...control} currency={currency} defaultAmount={open} />}
      </Field>
      <Field name="reason" label="Why?" error={errorOf('reason')}>
        {(control) => (
          <>
            <Input {...control} list="dispute-reasons" maxLength={200} autoComplete="off" autoFocus />
            <datalist id="dispute-reasons">
              {SHORT_REASONS.map((reason) => (
                <option key={reason} value={reason} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field name="owner" label="Who is to settle it?" error={errorOf('owner')}>
        {(control) => (
          <Select {...control} defaultValue="">
            <option value="">Nobody yet</option>
            {owners.map((owner) => (
              <option key={owner}>{owner}</option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
