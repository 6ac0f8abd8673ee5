import type { Route } from 'next';
import type { CustomerView } from '@/lib/customer-view';
import type { PlainDate } from '@/lib/domain/dates';
import { parseAmount, toMinor, ZERO } from '@/lib/domain/money';
import { route } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { ApplyCredit } from '../../_allocations/apply-credit';
import { RecordPayment } from '../../payments/record-payment';
import type { readCustomer } from './read';

interface DialogsProps {
  readonly read: Awaited<ReturnType<typeof readCustomer>>;
  readonly view: CustomerView;
  readonly today: PlainDate;
  readonly bounds: readonly number[];
  readonly closeHref: Route;
}

/** The dialog that the address asks for: a payment to record, or a credit to apply. Draws nothing when it asks for none. */
export function Dialogs({ read, view, today, bounds, closeHref }: DialogsProps) {
  const { customer, balances, applied, debits, limit } = read;
  const shared = { debits, today, bounds, closeHref, requestId: uuid7() };
  if (limit) {
    const currency = view.currency ?? customer.currency;
    const balance = balances.find((each) => each.currency === currency);
    return (
      <RecordPayment
        key={currency}
        {...shared}
        others={balances
          .filter((each) => each.currency !== currency)
          .map((each) => ({
            currency: each.currency,
            href: route(`/customers/${customer.id}?pay=1&currency=${each.currency}`),
          }))}
        customer={{ id: customer.id, name: customer.name }}
        currency={currency}
        limit={{ currency: limit.currency, writeOffLimitMinor: limit.writeOffLimitMinor }}
        amountMinor={view.amount === null ? null : parseAmount(view.amount, currency)}
        creditMinor={toMinor(-(balance?.creditsMinor ?? 0))}
        balanceMinor={balance?.totalMinor ?? ZERO}
      />
    );
  }
  return applied && <ApplyCredit {...shared} customer={customer.name} credit={applied} />;
}
