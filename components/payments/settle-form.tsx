'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyInput } from '@/components/ui/money-input';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import type { FormState } from '@/lib/form-state';
import { formatMoney } from '@/lib/format';
import { SETTLE_WORDS, type SettleKind } from './settle-words';

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

interface SettleFormProps {
  readonly kind: SettleKind;
  readonly documentId: string;
  readonly number: string;
  readonly currency: string;
  /** What is proposed: all that is open or left. */
  readonly amountMinor: Minor;
  /** In words, what must be known of the amount, such as a limit; null for nothing. */
  readonly hint: string | null;
  readonly today: PlainDate;
  readonly requestId: string;
  /** Posts; `id` of its answer names what was posted. */
  readonly post: FormAction;
  /** Reverses what the fields `documentId` and `kind` name. */
  readonly undo: FormAction;
}

const FIELDS = ['amount', 'on', 'reason'];

/** Asks how much, on which day and why, posts it, and offers to take it back: a write-off, a credit, a discount, a refund. */
export function SettleForm(props: SettleFormProps) {
  const { kind, documentId, number, currency, amountMinor, hint, today } = props;
  const words = SETTLE_WORDS[kind];
  return (
    <ConfirmForm
      title={`${words.title} ${number}?`}
      description={words.meaning}
      trigger={words.trigger}
      triggerClassName={buttonClass({ size: 'sm' }, 'max-md:h-11')}
      action={props.post}
      values={{ documentId, currency }}
      requestId={props.requestId}
      confirmLabel={words.confirm}
      pendingLabel="Posting…"
      undo={{ action: props.undo, name: 'documentId', values: { kind } }}
      fieldNames={FIELDS}
      renderFields={(errorOf) => (
        <>
          <div className="grid gap-4 md:grid-cols-2">
            <Field
              name="amount"
              label="Amount"
              hint={hint ?? `At most ${formatMoney(amountMinor, currency)}`}
              error={errorOf('amount')}
            >
              {(control) => <MoneyInput {...control} currency={currency} defaultAmount={amountMinor} />}
            </Field>
            <Field name="on" label="Day" error={errorOf('on')}>
              {(control) => <DateInput {...control} today={today} defaultDay={today} />}
            </Field>
          </div>
          <Field name="reason" label="Why?" hint="It stays with the document." error={errorOf('reason')}>
            {(control) => <Input {...control} maxLength={500} autoComplete="off" />}
          </Field>
        </>
      )}
    />
  );
}
