import type { Route } from 'next';
import { addDays, type PlainDate } from './domain/dates';
import { disputeDays, type LateAccount, type NextStep, type WaitingCredits } from './domain/next-steps';
import { formatCount, formatDay, formatMoney } from './format';
import { fromDueText } from './slipping-words';
import { route } from './url';
import { openedWords } from './work-words';

/** A step as it is read: what to do, why, where, and how late it is about; null where lateness says nothing. */
export interface StepWords {
  readonly title: string;
  readonly reason: string;
  /** What leads to it, and its words. */
  readonly action: string;
  readonly href: Route;
  readonly days: number | null;
}

interface Told {
  readonly today: PlainDate;
  readonly currency: string;
}

/** A step in words. `mayWrite` chooses what leads to it: who may only read is shown, not asked to apply. */
export function stepWords(step: NextStep, told: Told & { readonly mayWrite: boolean }): StepWords {
  if (step.kind === 'unapplied') return creditWords(step.credits, told);
  if (step.kind === 'dispute') {
    const { dispute } = step;
    const since = openedWords(disputeDays(dispute, told.today)).replace(/^o/, 'O');
    return {
      title: `Answer the dispute of ${dispute.customer}`,
      reason: `They contest ${formatMoney(dispute.amountMinor, told.currency)} of ${dispute.number}: “${dispute.reason}”. ${since}.`,
      action: 'Open',
      href: route(`/invoices/${dispute.documentId}`),
      days: dispute.oldestDays,
    };
  }
  if (step.kind === 'unreminded') {
    const { itemCount, customerCount, fewestDays, mostDays } = step.items;
    const from = addDays(told.today, -mostDays);
    const to = addDays(told.today, -fewestDays);
    return {
      title: `Ask for ${formatCount(itemCount, 'invoice')} that went late lately`,
      reason: `${formatCount(customerCount, 'customer')}, no reminder, promise or dispute so far.`,
      action: 'See them',
      href: route(
        `/aging?group=item&currency=${told.currency}&basis=due&show=late&dueFrom=${from}&dueTo=${to}`,
      ),
      days: mostDays,
    };
  }
  const { account } = step;
  const { customer, customerId } = account;
  const isDecision = step.kind === 'decide';
  const words = { reason: accountReason(step, account, told), days: account.oldestDays };
  const title = isDecision ? `Decide on ${customer}` : `Call ${customer}`;
  // A call is noted where everything that it needs is beside it.
  if (told.mayWrite && !isDecision)
    return {
      ...words,
      title,
      action: 'Log a call',
      href: route(`/worklist?customer=${customerId}&currency=${told.currency}`),
    };
  const action = told.mayWrite ? 'Decide' : 'Open';
  return { ...words, title, action, href: route(`/customers/${customerId}`) };
}

type OfAccount = Extract<NextStep, { readonly account: LateAccount }>;

function accountReason(step: OfAccount, account: LateAccount, { today, currency }: Told): string {
  const money = (amount: NextStep['amountMinor']) => formatMoney(amount, currency);
  switch (step.kind) {
    case 'broken_promise': {
      const { promisedMinor, receivedMinor, promisedFor } = step.broken;
      const arrived = receivedMinor > 0 ? `only ${money(receivedMinor)} has arrived` : 'nothing has arrived';
      return `Their promise of ${money(promisedMinor)} passed on ${formatDay(promisedFor, { today })} and ${arrived}.`;
    }
    case 'beyond_habit':
      return `${formatCount(step.beyondDays, 'day')} over their habit: the median of their invoices is ${fromDueText(account.habitDays ?? 0)}.`;
    case 'crossed':
      return `${money(step.amountMinor)} went beyond 60 days late within the last week.`;
    case 'late':
      return `${money(step.amountMinor)} is late, the oldest of it by ${formatCount(account.oldestDays, 'day')}.`;
    case 'decide':
      return `${money(step.amountMinor)} is more than 120 days late. Agree on a plan, write it off or hand it on.`;
  }
}

function creditWords(
  { count, largest }: WaitingCredits,
  told: Told & { readonly mayWrite: boolean },
): StepWords {
  const [first] = largest;
  const named = largest.map((each) => `${each.customer} ${formatMoney(each.amountMinor, told.currency)}`);
  const isOne = count === 1 && first?.itemId;
  return {
    title: `Apply ${formatCount(count, 'payment or credit', 'payments and credits')} to open invoices`,
    reason: `${named.join(', ')}.`,
    action: told.mayWrite ? 'Apply' : 'See them',
    href: route(
      isOne
        ? `/customers/${first.customerId}${told.mayWrite ? `?apply=${first.itemId}` : ''}`
        : `/aging?currency=${told.currency}&sort=credits&dir=asc`,
    ),
    days: null,
  };
}
