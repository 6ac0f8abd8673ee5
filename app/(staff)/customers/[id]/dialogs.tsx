import type { Route } from 'next';
import type { Customer, CustomerOption } from '@/db/queries/customers';
import type { CustomerView } from '@/lib/customer-view';
import type { PlainDate } from '@/lib/domain/dates';
import { KIND_NAMES } from '@/lib/domain/documents';
import { HOLD_KINDS } from '@/lib/domain/hold';
import { parseAmount, sumOf, toMinor, ZERO } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';
import { route } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { ApplyCredit } from '../../_allocations/apply-credit';
import { RecordPayment } from '../../payments/record-payment';
import { BeneficiaryDialog } from './beneficiary-dialog';
import { HoldDialog } from './hold-dialog';
import { MergeDialog } from './merge-dialog';
import { PeopleDialog } from './people-dialog';
import { type Promisable, PromiseDialog } from './promise-dialog';
import type { CustomerRead } from './read';

interface DialogsProps {
  readonly read: CustomerRead;
  readonly view: CustomerView;
  readonly today: PlainDate;
  readonly bounds: readonly number[];
  readonly closeHref: Route;
}

/** The dialog that the address asks for: a payment to record, a credit to apply, or what else is to be said of the customer. */
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
  if (applied) return <ApplyCredit {...shared} customer={customer.name} credit={applied} />;
  const about = { customer, closeHref, requestId: uuid7() };
  if (view.dialog === 'promise')
    return <PromiseDialog {...about} customer={nameOf(read)} choices={promisable(read)} today={today} />;
  if (view.dialog === 'hold') {
    // Credit first: reminders are mostly held for one invoice, where it stands.
    const kinds = HOLD_KINDS.filter((kind) => !read.holds.some((hold) => hold.kind === kind)).toReversed();
    return kinds.length > 0 && <HoldDialog {...about} customer={nameOf(read)} kinds={kinds} />;
  }
  if (view.dialog === 'merge' && !customer.archivedAt)
    return (
      <MergeDialog
        {...about}
        customer={nameOf(read)}
        into={read.into && optionOf(read.into)}
        owed={balances.map(({ totalMinor, currency }) => formatMoney(totalMinor, currency))}
      />
    );
  if (view.dialog === 'people')
    return <PeopleDialog {...about} customer={{ ...nameOf(read), contacts: customer.contacts }} />;
  if (view.dialog === 'beneficiaries')
    return <BeneficiaryDialog {...about} customer={nameOf(read)} beneficiaries={read.beneficiaries} />;
  return null;
}

/** As a picker knows it. */
function optionOf({ id, name, code, currency, termsDays }: Customer): CustomerOption {
  return { id, name, code, currency, termsDays };
}

function nameOf({ customer: { id, name } }: CustomerRead) {
  return { id, name };
}

/** What a promise can be for: the account in each currency with something open, then each open invoice. */
function promisable({ balances, items, customer }: CustomerRead): Promisable[] {
  const owing = balances.map(({ currency, bucketsMinor }) => ({ currency, openMinor: sumOf(bucketsMinor) }));
  const accounts = owing.length > 0 ? owing : [{ currency: customer.currency, openMinor: ZERO }];
  const byDocument = new Map<string, Promisable>();
  for (const { documentId, kind, number, currency, openMinor } of items.filter(
    (item) => item.openMinor > 0,
  )) {
    const before = byDocument.get(documentId)?.openMinor ?? ZERO;
    byDocument.set(documentId, {
      invoiceId: documentId,
      label: kind === 'invoice' ? number : `${KIND_NAMES[kind]} ${number}`,
      currency,
      openMinor: toMinor(before + openMinor),
    });
  }
  return [
    ...accounts.map((each) => ({ invoiceId: '', label: `The account, ${each.currency}`, ...each })),
    ...byDocument.values(),
  ];
}
