'use client';
import { useState } from 'react';
import { CustomerPicker } from '@/components/customers/customer-picker';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { CustomerOption } from '@/db/queries/customers';
import type { PlainDate } from '@/lib/domain/dates';
import type { Due } from '@/lib/written-invoice';
import { TermsSelect } from './terms-select';

/** What stands above the lines of an invoice. */
export interface InvoiceHead {
  readonly customer: CustomerOption | null;
  readonly issuedOn: PlainDate | null;
  readonly due: Due;
  readonly number: string;
  /** '' for none. */
  readonly purchaseOrder: string;
}

interface InvoiceFieldsProps {
  readonly head: InvoiceHead;
  /** Null in parts, and while no day is known. */
  readonly dueOn: PlainDate | null;
  readonly today: PlainDate;
  /** The number that it would get if it were posted now. */
  readonly nextNumber: string;
  readonly find: (q: string, signal: AbortSignal) => Promise<CustomerOption[]>;
  readonly errorOf: (name: string) => string | undefined;
  readonly onHead: (changes: Partial<InvoiceHead>) => void;
}

/** Whose invoice it is, its days and its number. The due day follows the terms until somebody types one. */
export function InvoiceFields(props: InvoiceFieldsProps) {
  const { head, dueOn, today, nextNumber, find, errorOf, onHead } = props;
  const { customer, issuedOn, number, purchaseOrder, due } = head;
  const isInParts = due.kind === 'parts' || due.kind === 'hand';
  // A new key fills the field anew; one that somebody types in keeps its own.
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const dueKey = due.kind === 'day' && typedKey !== null ? typedKey : `${due.kind} ${dueOn}`;
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
            defaultDay={issuedOn}
            onDay={(day) => onHead({ issuedOn: day })}
          />
        )}
      </Field>
      <Field name="terms" label="Terms" error={isInParts ? errorOf('dueDate') : undefined}>
        {(control) => (
          <TermsSelect
            {...control}
            due={due}
            dueOn={dueOn}
            termsDays={customer?.termsDays ?? null}
            onDue={(next) => onHead({ due: next })}
          />
        )}
      </Field>
      {!isInParts && (
        <Field name="dueDate" label="Due" error={errorOf('dueDate')}>
          {(control) => (
            <DateInput
              key={dueKey}
              {...control}
              today={today}
              defaultDay={dueOn}
              onDay={(on) => {
                setTypedKey(dueKey);
                onHead({ due: { kind: 'day', on } });
              }}
              leaning="future"
            />
          )}
        </Field>
      )}
      <Field
        name="number"
        label="Invoice number"
        hint={`Empty: the next of your own, ${nextNumber} as it stands. Posting takes it, a draft has none.`}
        error={errorOf('number')}
      >
        {(control) => (
          <Input
            {...control}
            className="fig"
            maxLength={40}
            autoComplete="off"
            placeholder={nextNumber}
            value={number}
            onChange={(event) => onHead({ number: event.target.value })}
          />
        )}
      </Field>
      <Field
        name="purchaseOrder"
        label="Purchase order"
        hint="The customer’s own number, if it gave one."
        error={errorOf('purchaseOrder')}
        className={isInParts ? '' : 'md:col-span-2'}
      >
        {(control) => (
          <Input
            {...control}
            className="fig"
            maxLength={60}
            autoComplete="off"
            value={purchaseOrder}
            onChange={(event) => onHead({ purchaseOrder: event.target.value })}
          />
        )}
      </Field>
    </section>
  );
}
