import { BellRing, ExternalLink } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { Timeline } from '@/components/customers/timeline';
import { ButtonLink } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { AccountFacts } from '@/components/worklist/account-facts';
import { AccountHead } from '@/components/worklist/account-head';
import { CallForm } from '@/components/worklist/call-form';
import { ChasedTable } from '@/components/worklist/chased-table';
import { DoneButton } from '@/components/worklist/done-button';
import { openInvoices } from '@/components/worklist/open-invoices';
import { OwnerSelect } from '@/components/worklist/owner-select';
import { People } from '@/components/worklist/people';
import { SnoozeDialog } from '@/components/worklist/snooze-dialog';
import type { Organization } from '@/lib/actor';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { ZERO } from '@/lib/domain/money';
import { route } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { assignCustomer, endSnooze, logCall, snooze, undoCall } from './actions';
import { Claims } from './claims';
import { NoteForm } from './note-form';
import type { WorkAccount } from './read';

interface AccountProps {
  readonly account: WorkAccount;
  readonly org: Organization;
  readonly currency: string;
  readonly today: PlainDate;
  readonly owners: readonly string[];
  readonly mayWrite: boolean;
  readonly listHref: Route;
  readonly nextHref: Route;
  /** Opens the dialog that reminds of what is late; null when nothing is, or for a reader. */
  readonly remindHref: Route | null;
}

/** One customer on one screen: whom to call and why, what is open, what was said, and how the call went. */
export function Account({
  account,
  org,
  currency,
  today,
  owners,
  mayWrite,
  listHref,
  nextHref,
  remindHref,
}: AccountProps) {
  const { customer, work, balance, debits, timeline } = account;
  const { bounds, timeZone } = org;
  const contact = toCall(customer.contacts);
  const go = { today, nextHref, snooze, undo: endSnooze };
  return (
    <>
      <div className="flex flex-1 flex-col gap-6 pb-6">
        <AccountHead
          customer={customer}
          contact={contact}
          phone={contact?.phone ?? customer.phone}
          work={work}
          currency={currency}
          today={today}
          listHref={listHref}
        />
        {balance && (
          <AccountFacts
            balance={balance}
            oldest={debits[0]?.number ?? null}
            habitDays={account.habitDays}
            lastCalledOn={account.lastCalledOn}
            today={today}
            bounds={bounds}
          />
        )}
        <ChasedTable
          {...account}
          customer={customer.name}
          currency={currency}
          today={today}
          bounds={bounds}
        />
        <Claims account={account} owners={owners} today={today} mayWrite={mayWrite} />
        {mayWrite && (
          <CallForm
            key={customer.id}
            customerId={customer.id}
            contactName={contact?.name ?? null}
            currency={currency}
            invoices={openInvoices(debits)}
            lateMinor={balance?.lateMinor ?? ZERO}
            owners={owners}
            today={today}
            requestId={uuid7()}
            nextHref={nextHref}
            log={logCall}
            undo={undoCall}
          >
            <span className="mr-auto flex items-center gap-3 text-meta text-muted-foreground max-xl:hidden">
              <span>
                <Kbd>J</Kbd> <Kbd>K</Kbd> move
              </span>
              <span className="max-[1600px]:hidden">
                <Kbd>R</Kbd> remind
              </span>
              <span className="max-[1600px]:hidden">
                <Kbd>S</Kbd> snooze
              </span>
              <span>
                <Kbd>O</Kbd> account
              </span>
            </span>
            {remindHref && (
              <ButtonLink href={remindHref} scroll={false} data-work-remind className="max-md:h-11">
                <BellRing aria-hidden />
                Remind
              </ButtonLink>
            )}
            <SnoozeDialog key={customer.id} {...go} customer={customer} requestId={uuid7()} />
            <DoneButton {...go} customerId={customer.id} tomorrow={addDays(today, 1)} requestId={uuid7()} />
            <ButtonLink href={nextHref} className="max-md:h-11">
              Skip
            </ButtonLink>
          </CallForm>
        )}
      </div>
      <div className="grid gap-x-10 gap-y-6 pb-6 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <Timeline timeline={timeline} timeZone={timeZone} today={today} olderHref={null} newestHref={null} />
        <Side customer={customer} owners={owners} mayWrite={mayWrite} />
      </div>
    </>
  );
}

type SideProps = Pick<AccountProps, 'owners' | 'mayWrite'> & Pick<WorkAccount, 'customer'>;

function Side({ customer, owners, mayWrite }: SideProps) {
  return (
    <div className="flex flex-col gap-6">
      <Link href={route(`/customers/${customer.id}`)} className="link inline-flex items-center gap-1.5">
        Open the account
        <ExternalLink aria-hidden className="size-3.5" />
      </Link>
      {mayWrite && (
        <OwnerSelect
          key={`owner ${customer.id}`}
          label="Looked after by"
          owner={customer.owner}
          owners={owners}
          values={{ customerId: customer.id }}
          assign={assignCustomer}
        />
      )}
      <People contacts={customer.contacts} />
      {customer.notes && (
        <p className="rounded-[9px] bg-warning-soft p-3 whitespace-pre-line">{customer.notes}</p>
      )}
      {mayWrite && <NoteForm key={`note ${customer.id}`} customerId={customer.id} requestId={uuid7()} />}
    </div>
  );
}

/** Whom to ask for: who pays before who is billed before anybody else, and of those somebody with a number. */
function toCall(contacts: WorkAccount['customer']['contacts']) {
  const rank = ({ roles, phone }: (typeof contacts)[number]) =>
    (phone ? 0 : 4) + (roles.includes('payer') ? 0 : roles.includes('billing') ? 1 : 2);
  return contacts.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}
