import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { DayProgress } from '@/components/worklist/day-progress';
import { WorkKeys } from '@/components/worklist/work-keys';
import { WorkList } from '@/components/worklist/work-list';
import { WORK_PAGE } from '@/db/queries/worklist';
import type { StaffActor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { may } from '@/lib/permissions';
import { type ParamChanges, route, type withParams } from '@/lib/url';
import type { WorkFilters, WorkShow } from '@/lib/worklist-filters';
import { ReminderDialog } from '../_reminders/reminder-dialog';
import { Account } from './account';
import type { Worked } from './read';

interface ToDoProps {
  readonly read: Worked;
  readonly filters: WorkFilters;
  readonly actor: StaffActor;
  readonly today: PlainDate;
  readonly href: (changes: ParamChanges) => ReturnType<typeof withParams>;
  /** Whether the dialog that reminds is asked for. */
  readonly isReminding: boolean;
}

/** The customers to see to, and the one that is seen to now. */
export function ToDo({ read, filters, actor, today, href, isReminding }: ToDoProps) {
  const { org, name } = actor;
  const { list, works, shownCount, progress, labels, account } = read;
  const { currency } = filters;
  const mayWrite = may(actor, 'books:write');
  const hrefOf = (customer: string) => href({ customer, remind: null });
  const listHref = href({ customer: null, remind: null });
  const customerIds = [...new Set(works.map(({ customerId }) => customerId))];
  const at = customerIds.findIndex((id) => id === account?.customer.id);
  const [next, previous] = [customerIds[at + 1], customerIds[at - 1]];
  const isLate = (account?.balance?.lateMinor ?? 0) > 0;
  return (
    <div className="flex flex-1 items-stretch">
      {account && mayWrite && isLate && isReminding && (
        <ReminderDialog
          actor={actor}
          customer={account.customer}
          documentIds={[]}
          closeHref={href({ remind: null })}
        />
      )}
      <div
        className={`w-[404px] shrink-0 self-start max-xl:w-[320px] max-md:w-full md:sticky md:top-(--panel-top) md:max-h-[calc(100dvh-var(--panel-top)-var(--panel-bottom))] md:overflow-y-auto ${filters.customerId ? 'max-md:hidden' : ''}`}
      >
        <DayProgress progress={progress} leftCount={list.works.length} currency={currency} />
        {works.length > 0 ? (
          <WorkList
            works={works}
            currentId={account?.customer.id ?? null}
            currency={currency}
            today={today}
            bounds={org.bounds}
            hrefOf={hrefOf}
          />
        ) : (
          <Nobody
            show={filters.show}
            isNarrowed={filters.owner !== null || filters.tag !== null || filters.bucket !== null}
          />
        )}
        <Pager
          page={filters.page}
          pageSize={WORK_PAGE}
          total={shownCount}
          hrefOf={(page) => href({ page: page === 1 ? null : page, customer: null, remind: null })}
        />
        {filters.show !== 'dispute' && list.lateCount > list.works.length && (
          <p className="px-5 py-3 text-meta text-subtle max-md:px-4">
            The {formatCount(list.works.length)} that matter most of {formatCount(list.lateCount)} late
            customers. Narrow the list to see others.
          </p>
        )}
      </div>
      <section
        aria-label={account?.customer.name ?? 'Customer'}
        className={`flex min-w-0 flex-1 flex-col border-border px-6 pt-5 max-md:px-4 md:border-l ${filters.customerId ? '' : 'max-md:hidden'}`}
      >
        {account && (
          <Account
            account={account}
            org={org}
            currency={currency}
            today={today}
            owners={[name, ...labels.owners.filter((owner) => owner !== name)]}
            mayWrite={mayWrite}
            listHref={listHref}
            nextHref={next ? hrefOf(next) : listHref}
            remindHref={mayWrite && isLate ? href({ remind: 1 }) : null}
          />
        )}
      </section>
      <WorkKeys
        next={next ? hrefOf(next) : null}
        previous={previous ? hrefOf(previous) : null}
        account={account ? route(`/customers/${account.customer.id}`) : null}
      />
    </div>
  );
}

/** What an empty list means, and what would be on it. */
const NOTHING = {
  call: ['Nobody is left to call', 'Who goes late is listed here, with the reason.'],
  dispute: ['No dispute is open', 'What a customer contests is listed here until it is resolved.'],
  decide: ['Nothing is left to decide', 'What is more than 120 days late and hardly moves is listed here.'],
} as const;

function Nobody({ show, isNarrowed }: { readonly show: WorkShow; readonly isNarrowed: boolean }) {
  if (isNarrowed)
    return (
      <EmptyState title="Nobody matches" actions={<ButtonLink href="/worklist">Show everybody</ButtonLink>}>
        No customer to see to has that owner, tag or age.
      </EmptyState>
    );
  const [title, text] = NOTHING[show === 'dispute' || show === 'decide' ? show : 'call'];
  return (
    <EmptyState title={title} tone="good">
      {text}
    </EmptyState>
  );
}
