import { addDays, daysBetween, later, type PlainDate } from './dates';
import { type Minor, sumOf, toMinor } from './money';

/** Weeks that are looked ahead. */
export const FORECAST_WEEKS = 6;

/** Slots of time that open amounts lie in: 0 overdue, then the weeks, then all that is later. */
export const FORECAST_SLOTS = FORECAST_WEEKS + 2;

const WEEK_DAYS = 7;

/** An open invoice that somebody contests or promised to pay. */
interface ClaimedItem {
  readonly itemId: string;
  readonly documentId: string;
  readonly customerId: string;
  readonly dueOn: PlainDate;
  readonly openMinor: Minor;
}

/** What is contested of a document. */
interface ContestedAmount {
  readonly documentId: string;
  readonly amountMinor: Minor;
}

/** What is still to arrive for a live promise: of one document, or without one of the customer's account. */
export interface PromisedAmount {
  readonly customerId: string;
  readonly documentId: string | null;
  readonly promisedFor: PlainDate;
  readonly restMinor: Minor;
}

/** What was said about open invoices. */
export interface Said {
  /** All items that a dispute or a promise is about; for one of an account all of that customer. */
  readonly items: readonly ClaimedItem[];
  readonly disputes: readonly ContestedAmount[];
  readonly promises: readonly PromisedAmount[];
}

/** When open invoices would be paid if each were on its due day. All of it adds up to what is open. */
export interface DueDateForecast {
  /** Past due, contested or promised amounts not among it. */
  readonly overdueMinor: Minor;
  readonly weeks: readonly {
    readonly from: PlainDate;
    readonly to: PlainDate;
    readonly amountMinor: Minor;
  }[];
  readonly laterMinor: Minor;
  readonly disputedMinor: Minor;
  /** What of the weeks, and of later, is there because somebody promised it. */
  readonly promisedMinor: Minor;
}

/**
 * The slot of a due day. A week is seven days, the first from the day after `asOf`; what is due on `asOf` and still open at its
 * close is counted to that week.
 */
export function slotOf(dueOn: PlainDate, asOf: PlainDate): number {
  const days = daysBetween(asOf, dueOn);
  return days < 0 ? 0 : Math.min(Math.max(1, Math.ceil(days / WEEK_DAYS)), FORECAST_SLOTS - 1);
}

/**
 * The forecast made of what is open by slot. What is contested is taken out of its slot, oldest due first; what is promised moves
 * to the slot of its day, the earliest promise first; neither takes more than is open.
 */
export function dueDateForecast(openBySlot: readonly Minor[], said: Said, asOf: PlainDate): DueDateForecast {
  const slots: number[] = Array.from({ length: FORECAST_SLOTS }, (_, i) => openBySlot[i] ?? 0);
  const left = said.items.map((item) => ({ ...item, leftMinor: Number(item.openMinor) }));
  left.sort((a, b) => (a.dueOn === b.dueOn ? (a.itemId < b.itemId ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
  const take = (wanted: number, isMeant: (item: ClaimedItem) => boolean): number => {
    let taken = 0;
    for (const item of left.filter(isMeant)) {
      const part = Math.min(item.leftMinor, wanted - taken);
      item.leftMinor -= part;
      slots[slotOf(item.dueOn, asOf)] = (slots[slotOf(item.dueOn, asOf)] ?? 0) - part;
      taken += part;
    }
    return taken;
  };
  const disputed = said.disputes.map(({ documentId, amountMinor }) =>
    take(amountMinor, (item) => item.documentId === documentId),
  );
  const promises = said.promises.toSorted((a, b) => (a.promisedFor < b.promisedFor ? -1 : 1));
  const moved = promises.map(({ customerId, documentId, promisedFor, restMinor }) => ({
    slot: slotOf(later(promisedFor, asOf), asOf),
    amount: take(restMinor, (item) =>
      documentId === null ? item.customerId === customerId : item.documentId === documentId,
    ),
  }));
  for (const { slot, amount } of moved) slots[slot] = (slots[slot] ?? 0) + amount;
  const [overdue = 0, ...ahead] = slots;
  return {
    overdueMinor: toMinor(overdue),
    weeks: ahead.slice(0, FORECAST_WEEKS).map((amount, i) => ({
      from: addDays(asOf, i * WEEK_DAYS + 1),
      to: addDays(asOf, (i + 1) * WEEK_DAYS),
      amountMinor: toMinor(amount),
    })),
    laterMinor: toMinor(ahead[FORECAST_WEEKS] ?? 0),
    disputedMinor: sumOf(disputed.map(toMinor)),
    promisedMinor: sumOf(moved.map(({ amount }) => toMinor(amount))),
  };
}
