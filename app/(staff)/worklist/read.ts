import { remindersByDocument } from '@/db/queries/chased';
import { claimsByDocument } from '@/db/queries/claims';
import { currenciesInUse } from '@/db/queries/currencies';
import { customerBalances } from '@/db/queries/customer-balances';
import { customerLabels } from '@/db/queries/customer-labels';
import { customerTimeline } from '@/db/queries/customer-timeline';
import { customerById } from '@/db/queries/customers';
import { disputeList } from '@/db/queries/disputes';
import { openItemRows } from '@/db/queries/open-items';
import { usualDaysOf } from '@/db/queries/paying-habit';
import { promiseList } from '@/db/queries/promises';
import { slippingCustomers } from '@/db/queries/slipping';
import { workDone, workProgress } from '@/db/queries/work-done';
import { waitingCount, workWaiting } from '@/db/queries/work-waiting';
import { lastCallsOf, WORK_PAGE, type Worklist, worklist } from '@/db/queries/worklist';
import { type Tx, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { Work } from '@/lib/domain/worklist';
import type { WorkFilters, WorkShow } from '@/lib/worklist-filters';

/** Promises and disputes that are looked at for one customer. */
const CLAIMS = { limit: 50, offset: 0 };

/** Everything that the worklist shows, from one snapshot: the list, how far the day has come, and one customer. */
export function readWorklist(actor: StaffActor, filters: WorkFilters, today: PlainDate) {
  const { bounds } = actor.org;
  const { show, currency, page } = filters;
  const day = { asOf: today, currency };
  return withScope(actor, 'read', async (tx) => {
    const list = await worklist(tx, { ...filters, asOf: today, bounds });
    const shown = shownOf(list, show);
    const works = shown.slice((page - 1) * WORK_PAGE, page * WORK_PAGE);
    const customerId = filters.customerId ?? works[0]?.customerId ?? null;
    const isList = show !== 'done' && show !== 'waiting' && show !== 'slipping';
    return {
      list,
      shownCount: shown.length,
      works,
      waitingCount: await waitingCount(tx, day),
      progress: await workProgress(tx, day),
      done: show === 'done' ? await workDone(tx, today) : null,
      waiting: show === 'waiting' ? await workWaiting(tx, day) : null,
      slipping: show === 'slipping' ? await slippingCustomers(tx, { ...filters, asOf: today }) : null,
      labels: await customerLabels(tx),
      currencies: await currenciesInUse(tx, { asOf: today, knownAt: null }),
      account:
        customerId && isList
          ? await accountOf(tx, actor, { ...day, customerId }, [...shown, ...list.works])
          : null,
    };
  });
}

function shownOf({ works, disputes }: Worklist, show: WorkShow): readonly Work[] {
  if (show === 'dispute') return disputes;
  return show === 'call' || show === 'decide' ? works.filter(({ kind }) => kind === show) : works;
}

/** Whom the right side is about. */
interface Asked {
  readonly customerId: string;
  readonly asOf: PlainDate;
  readonly currency: string;
}

/** Everything that somebody who calls a customer wants in sight; null when there is none that the actor may see. */
async function accountOf(tx: Tx, actor: StaffActor, asked: Asked, works: readonly Work[]) {
  const { customerId, asOf, currency } = asked;
  const { agingBasis: basis, bounds, timeZone } = actor.org;
  const moment = { asOf, knownAt: null };
  const rule = { basis, bounds };
  const customer = await customerById(tx, customerId);
  if (!customer) return null;
  const balances = await customerBalances(tx, customerId, moment, rule);
  const items = await openItemRows(tx, moment, rule, { customerId, currency });
  return {
    customer,
    work: works.find((work) => work.customerId === customerId) ?? null,
    balance: balances.find((each) => each.currency === currency) ?? null,
    debits: items.filter(({ amountMinor }) => amountMinor > 0),
    claims: await claimsByDocument(tx, customerId, { asOf, timeZone }),
    reminders: await remindersByDocument(tx, customerId),
    promises: await promiseList(tx, asOf, { customerId, currency, isKeptUp: true }, CLAIMS),
    disputes: await disputeList(tx, { customerId, currency, isOpen: true }, CLAIMS),
    habitDays: await usualDaysOf(tx, { ...moment, currency }, customerId),
    lastCalledOn: (await lastCallsOf(tx, [customerId])).get(customerId) ?? null,
    timeline: await customerTimeline(tx, customerId, { timeZone, after: null }),
  };
}

/** The right side of the worklist. */
export type WorkAccount = NonNullable<Awaited<ReturnType<typeof accountOf>>>;

/** All that the worklist shows. */
export type Worked = Awaited<ReturnType<typeof readWorklist>>;
