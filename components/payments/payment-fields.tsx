'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyInput } from '@/components/ui/money-input';
import { Select } from '@/components/ui/select';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { PAYMENT_METHODS } from '@/lib/payment-methods';

interface PaymentFieldsProps {
  readonly currency: string;
  /** The same form in other currencies. */
  readonly others: readonly { readonly currency: string; readonly href: Route }[];
  readonly amountMinor: Minor | null;
  readonly today: PlainDate;
  readonly errorOf: (name: string) => string | undefined;
  readonly onAmount: (amount: Minor | null) => void;
}

/** How much arrived, when, how, and under which reference. */
export function PaymentFields(props: PaymentFieldsProps) {
  const { currency, others, amountMinor, today, errorOf, onAmount } = props;
  return (
    <div className="grid gap-4 px-6 pt-5 pb-4 max-md:px-4 md:grid-cols-[1.25fr_1fr_1fr_1.3fr]">
      <Field name="amount" label="Amount received" error={errorOf('amount')}>
        {(control) => (
          <MoneyInput
            {...control}
            currency={currency}
            defaultAmount={amountMinor}
            onAmount={onAmount}
            size="lg"
            className="text-[19px]! font-semibold"
            autoFocus
          />
        )}
      </Field>
      <Field name="receivedOn" label="Date" hint="Type “today” or “-2”" error={errorOf('receivedOn')}>
        {(control) => <DateInput {...control} today={today} defaultDay={today} size="lg" />}
      </Field>
      <Field name="method" label="Method" error={errorOf('method')}>
        {(control) => (
          <Select {...control} size="lg">
            {PAYMENT_METHODS.map((method) => (
              <option key={method}>{method}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="reference" label="Reference" error={errorOf('reference')}>
        {(control) => <Input {...control} size="lg" maxLength={140} autoComplete="off" />}
      </Field>
      {others.length > 0 && (
        <p className="text-meta text-muted-foreground md:col-span-4">
          This is in {currency}. They also have something open in{' '}
          {others.map((other) => (
            <Link key={other.currency} href={other.href} replace scroll={false} className="link mr-2">
              {other.currency}
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}
