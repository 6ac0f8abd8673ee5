import Link from 'next/link';
import { AccountPanel } from '@/components/customers/account-panel';
import { BeneficiaryPanel } from '@/components/customers/beneficiary-panel';
import { FamilyPanel } from '@/components/customers/family-panel';
import { HealthPanel } from '@/components/customers/health-panel';
import { HoldList } from '@/components/customers/hold-list';
import { PeoplePanel } from '@/components/customers/people-panel';
import type { StaffActor } from '@/lib/actor';
import type { CustomerDialog } from '@/lib/customer-view';
import type { PlainDate } from '@/lib/domain/dates';
import { HOLD_KINDS } from '@/lib/domain/hold';
import { ZERO } from '@/lib/domain/money';
import { type ParamChanges, route, withParams } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { Expected } from '../../_expected/expected';
import type { CustomerRead } from './read';
import { ReleaseHold } from './release-hold';

interface RailProps {
  readonly actor: StaffActor;
  readonly read: CustomerRead;
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  readonly mayWrite: boolean;
  readonly href: (changes: ParamChanges) => ReturnType<typeof withParams>;
}

/** Beside the figures: the people, the account's facts, what is on hold, health, family, beneficiaries, and what is pinned. */
export function Rail({ actor, read, asOf, today, mayWrite, href }: RailProps) {
  const { customer, balances, habit, holds, family, beneficiaries } = read;
  const { id, currency, notes } = customer;
  const own = balances.find((balance) => balance.currency === currency);
  const asks = (dialog: CustomerDialog) =>
    mayWrite ? href({ dialog, asOf: null, pay: null, apply: null }) : null;
  const editHref = mayWrite ? route(`/customers/${id}/edit`) : null;
  const holdHref = holds.length < HOLD_KINDS.length ? asks('hold') : null;
  return (
    <aside
      aria-label="About this customer"
      className="flex w-[296px] shrink-0 flex-col gap-6 border-border px-5 py-5 max-xl:w-full max-xl:border-t max-md:px-4 xl:border-l"
    >
      <PeoplePanel contacts={customer.contacts} editHref={asks('people')} />
      <AccountPanel
        customer={customer}
        owedMinor={own?.totalMinor ?? ZERO}
        since={read.since}
        today={today}
        editHref={editHref}
        merged={read.merged}
      >
        <HoldList
          holds={holds}
          today={today}
          renderRelease={(hold) =>
            mayWrite &&
            asOf === today && (
              <ReleaseHold key={hold.id} holdId={hold.id} kind={hold.kind} requestId={uuid7()} />
            )
          }
        />
        {holdHref && (
          <Link href={holdHref} scroll={false} className="link mt-3 inline-block text-meta print:hidden">
            Put on hold…
          </Link>
        )}
      </AccountPanel>
      <HealthPanel of={habit.health} />
      {asOf === today && (
        <Expected actor={actor} customerId={id} currency={currency} today={today} documentId={null} />
      )}
      <FamilyPanel
        family={family}
        customerId={id}
        currency={currency}
        agingHref={(customerId) =>
          withParams('/aging', {}, { customer: customerId, family: 1, currency, asOf, group: 'customer' })
        }
      />
      <BeneficiaryPanel beneficiaries={beneficiaries} today={today} editHref={asks('beneficiaries')} />
      {notes && (
        <section>
          <h2 className="mb-2 text-body">Notes</h2>
          <p className="rounded-[9px] bg-warning-soft p-3 whitespace-pre-line">{notes}</p>
        </section>
      )}
    </aside>
  );
}
