'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import type { FormState } from '@/lib/form-state';

interface RecoverFormProps {
  readonly documentId: string;
  readonly number: string;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly today: PlainDate;
  readonly requestId: string;
  readonly recover: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Writes off again what was recovered. */
  readonly undo: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Takes a write-off back, or a part of it, so that money that arrives after all can pay what it settled. */
export function RecoverForm(props: RecoverFormProps) {
  const { documentId, number, currency, amountMinor, today, requestId, recover, undo } = props;
  return (
    <ConfirmForm
      title={`Recover ${number}?`}
      description="What it settled is owed again, with its own due day. The rest stays written off."
      trigger="Recover…"
      triggerClassName={buttonClass({ size: 'sm' }, 'max-md:h-11')}
      action={recover}
      values={{ documentId, currency }}
      requestId={requestId}
      undo={{ action: undo, name: 'amountMinor', values: { documentId } }}
      confirmLabel="Recover it"
      pendingLabel="Recovering…"
      fieldNames={['amount', 'on']}
      renderFields={(errorOf) => (
        <div className="grid gap-4 md:grid-cols-2">
          <Field name="amount" label="Amount" error={errorOf('amount')}>
            {(control) => <MoneyInput {...control} currency={currency} defaultAmount={amountMinor} />}
          </Field>
          <Field name="on" label="Day" error={errorOf('on')}>
            {(control) => <DateInput {...control} today={today} defaultDay={today} />}
          </Field>
        </div>
      )}
    />
  );
}
