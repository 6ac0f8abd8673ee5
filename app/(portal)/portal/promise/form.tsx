'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import { SubmitButton } from '@/components/ui/submit-button';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { promise } from './actions';

interface PromiseFormProps {
  readonly currency: string;
  /** The items promised; none for all that is open. */
  readonly itemIds: readonly string[];
  readonly amountMinor: Minor;
  readonly today: PlainDate;
  /** The last day that can be promised, in words. */
  readonly until: string;
  readonly requestId: string;
}

const FIELDS = ['amount', 'promisedFor'];

/** How much will be paid, and by which day. */
export function PromiseForm({ currency, itemIds, amountMinor, today, until, requestId }: PromiseFormProps) {
  const { state, errorOf, form } = useForm(promise, { status: 'idle' });
  return (
    <form {...form} className="flex flex-col gap-5">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="currency" value={currency} />
      {itemIds.map((id) => (
        <input key={id} type="hidden" name="item" value={id} />
      ))}
      <Field name="amount" label="Amount" error={errorOf('amount')}>
        {(control) => <MoneyInput {...control} currency={currency} defaultAmount={amountMinor} size="lg" />}
      </Field>
      <Field
        name="promisedFor"
        label="You will pay by"
        hint={`Any day up to ${until}.`}
        error={errorOf('promisedFor')}
      >
        {(control) => <DateInput {...control} today={today} leaning="future" size="lg" />}
      </Field>
      <FormMessage state={state} fields={FIELDS} />
      {state.status !== 'done' && (
        <SubmitButton size="lg" className="max-md:h-12" pendingLabel="Promising…">
          Promise
        </SubmitButton>
      )}
    </form>
  );
}
