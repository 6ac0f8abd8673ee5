'use client';
import { useState } from 'react';
import { CustomerPicker } from '@/components/customers/customer-picker';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { CustomerOption } from '@/db/queries/customers';
import type { PlainDate } from '@/lib/domain/dates';

/** What stands above the lines of an invoice. */
export interface InvoiceHead {
  readonly customer: CustomerOption | null;
  readonly issuedOn: PlainDate | null;
  /** What somebody typed; null while the customer's terms decide. */
  readonly ownDueOn: PlainDate | null;
  readonly number: string;
}

interface InvoiceFieldsProps {
  readonly head: InvoiceHead;
  readonly dueOn: PlainDate | null;
  readonly today: PlainDate;
  readonly find: (q: string, signal: AbortSignal) => Promise<CustomerOption[]>;
  readonly errorOf: (name: string) => string | undefined;
  readonly onHead: (changes: Partial<InvoiceHead>) => void;
}

/** Whose invoice it is, its days and its number. The due day follows the customer's terms until somebody types one. */
export function InvoiceFields({ head, dueOn, today, find, errorOf, onHead }: InvoiceFieldsProps) {
  const { customer, issuedOn, number } = head;
  const terms = customer?.termsDays ?? null;
  // A new key fills the field anew; one that somebody typed in keeps its own.
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const dueKey = typedKey ?? `${issuedOn} ${terms}`;
  return (
    <section aria-label="Invoice" className="grid gap-4 md:grid-cols-2">
      <Field name="customerId" label="Customer" error={errorOf('customerId')} className="md:col-span-2">
        {(control) => (
          <CustomerPicker
            {...control}
            size="lg"
            find={find}
            defaultOption={customer}
            onChoose={(option) => onHead({ customer: option })}
            autoFocus={!customer}
            placeholder="Part of a name or code"
          />
        )}
      </Field>
      <Field name="invoiceDate" label="Issue date" error={errorOf('invoiceDate')}>
        {(control) => (
          <DateInput
            {...control}
            today={today}
            defaultDay={today}
            onDay={(day) => onHead({ issuedOn: day })}
          />
        )}
      </Field>
      <Field name="dueDate" label="Due" hint={termsHint(terms)} error={errorOf('dueDate')}>
        {(control) => (
          <DateInput
            key={dueKey}
            {...control}
            today={today}
            defaultDay={dueOn}
            onDay={(day) => {
              setTypedKey(dueKey);
              onHead({ ownDueOn: day });
            }}
            leaning="future"
          />
        )}
      </Field>
      <Field
        name="number"
        label="Invoice number"
        hint="Empty: the next of your own numbers."
        error={errorOf('number')}
      >
        {(control) => (
          <Input
            {...control}
            className="fig"
            maxLength={40}
            autoComplete="off"
            value={number}
            onChange={(event) => onHead({ number: event.target.value })}
          />
        )}
      </Field>
    </section>
  );
}

function termsHint(days: number | null): string {
  if (days === null) return 'Follows from the customer’s terms.';
  return `${days === 0 ? 'On receipt' : `Net ${days}`} unless you say otherwise.`;
}
