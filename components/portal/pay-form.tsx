'use client';
import { CalendarClock, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import { SubmitButton } from '@/components/ui/submit-button';
import type { OpenDebit } from '@/lib/domain/allocation';
import { type Minor, sumOf, toMinor, ZERO } from '@/lib/domain/money';
import { payPlan } from '@/lib/domain/pay-plan';
import type { FormState } from '@/lib/form-state';
import { formatMoney } from '@/lib/format';
import type { PaymentProvider } from '@/lib/payment-provider';
import { withParams } from '@/lib/url';
import { PayReceipt } from './pay-receipt';
import { WayChoice } from './way-choice';

interface PayFormProps {
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly requestId: string;
  readonly currency: string;
  /** What is to be paid, oldest due first. */
  readonly items: readonly OpenDebit[];
  /** Whether somebody chose these items; otherwise they are all there are, and the amount starts empty. */
  readonly isChosen: boolean;
  /** Everything that is open, before credit. */
  readonly owedMinor: Minor;
  /** Credit on the account. */
  readonly creditMinor: Minor;
  readonly ways: readonly {
    readonly provider: PaymentProvider;
    readonly label: string;
    readonly hint: string;
  }[];
}

const IDLE: FormState = { status: 'idle' };
const FIELDS = ['amount', 'provider'];

/** How much to pay and how: says at once what the amount settles and what stays due. */
export function PayForm(props: PayFormProps) {
  const { currency, items, isChosen, owedMinor, creditMinor, ways } = props;
  const { state, errorOf, form } = useForm(props.action, IDLE);
  const total = sumOf(items.map((item) => item.openMinor));
  const [useCredit, setUseCredit] = useState(isChosen && creditMinor > 0 && creditMinor < total);
  const [typed, setTyped] = useState<Minor | null | undefined>(isChosen ? undefined : null);
  const [provider, setProvider] = useState(ways[0]?.provider);
  const credit = useCredit ? creditMinor : ZERO;
  const amount = typed === undefined ? toMinor(Math.max(0, total - credit)) : typed;
  const paid = toMinor(Math.max(0, amount ?? 0));
  const plan = payPlan(items, { amountMinor: paid, creditMinor: credit });
  const after = toMinor(owedMinor - creditMinor - paid);
  const sum = paid > 0 ? formatMoney(paid, currency) : '';
  return (
    <form {...form} className="flex flex-col gap-6">
      <input type="hidden" name="requestId" value={props.requestId} />
      <input type="hidden" name="currency" value={currency} />
      {isChosen && items.map(({ itemId }) => <input key={itemId} type="hidden" name="item" value={itemId} />)}
      <Field
        name="amount"
        label="Amount"
        error={errorOf('amount')}
        hint={isChosen ? 'Paying less is fine. The rest stays due.' : 'It pays what is oldest first.'}
      >
        {(control) => (
          <MoneyInput
            {...control}
            currency={currency}
            amount={amount}
            onAmount={setTyped}
            size="lg"
            className="h-14! text-[22px]! font-semibold"
          />
        )}
      </Field>
      <PayReceipt
        plan={plan}
        items={items}
        currency={currency}
        amountMinor={paid}
        afterMinor={after}
        credit={{
          availableMinor: creditMinor,
          isUsed: useCredit,
          onUse: setUseCredit,
        }}
      />
      <WayChoice ways={ways} chosen={provider} onChoose={setProvider} error={errorOf('provider')} />
      <Link
        href={withParams(
          '/portal/promise',
          {},
          {
            currency,
            item: isChosen ? items.map((item) => item.itemId) : null,
          },
        )}
        className="-mt-3.5 flex min-h-16 items-center gap-3.5 rounded-panel border border-border-strong bg-card px-4 py-2.5 hover:bg-card-2"
      >
        <CalendarClock aria-hidden className="size-5 shrink-0 text-primary" />
        <span className="min-w-0 flex-1">
          <span className="block font-medium">Promise a date</span>
          <span className="block text-body leading-5 text-muted-foreground">Tell us when you will pay</span>
        </span>
        <ChevronRight aria-hidden className="size-4 text-subtle" />
      </Link>
      <FormMessage state={state} fields={FIELDS} />
      <div className="max-md:sticky max-md:bottom-0 max-md:z-10 max-md:-mx-4 max-md:border-t max-md:border-border max-md:bg-card max-md:px-4 max-md:py-3">
        <SubmitButton
          size="lg"
          className="w-full max-md:h-12"
          pendingLabel={provider === 'test' ? 'Booking…' : 'One moment…'}
        >
          {provider === 'transfer' ? `Continue${sum && ` with ${sum}`}` : `Pay ${sum}`}
        </SubmitButton>
      </div>
    </form>
  );
}
