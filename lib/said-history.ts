import type { HistoryEntry } from './document-history';
import type { PlainDate } from './domain/dates';
import type { Minor } from './domain/money';
import type { PromiseStatus } from './domain/promise';
import { formatDay, formatMoney } from './format';

interface Entry {
  readonly id: string;
  /** Its day on the organization's calendar, and when it was noted. */
  readonly on: PlainDate;
  readonly at: Date;
}

/** A reminder that named an invoice. */
export interface SaidReminder extends Entry {
  /** Where it went; null when no mail took it. */
  readonly to: string | null;
  /** `waiting` for somebody to look at it. */
  readonly state: 'sent' | 'waiting' | 'withdrawn';
}

/** A promise to pay an invoice. */
export interface SaidPromise extends Entry {
  readonly amountMinor: Minor;
  readonly receivedMinor: Minor;
  readonly promisedFor: PlainDate;
  readonly note: string | null;
  readonly status: PromiseStatus;
  /** The first day on which it was not waited for any more. */
  readonly overOn: PlainDate;
}

/** Some of an invoice that was contested. */
export interface SaidDispute extends Entry {
  readonly amountMinor: Minor;
  readonly reason: string;
  /** How it ended; null while it lasts. */
  readonly end: { readonly on: PlainDate; readonly at: Date; readonly resolution: string | null } | null;
}

/** What was asked of an invoice and answered, each oldest first. */
export interface Said {
  readonly reminders: readonly SaidReminder[];
  readonly promises: readonly SaidPromise[];
  readonly disputes: readonly SaidDispute[];
}

/** Reminders, promises and disputes of an invoice as entries of its history, in no order. */
export function saidHistory(said: Said, currency: string): HistoryEntry[] {
  const sent = said.reminders.filter(({ state }) => state === 'sent');
  return [
    ...said.reminders.map((each) => reminderEntry(each, sent.indexOf(each) + 1)),
    ...said.promises.flatMap((each) => promiseEntries(each, currency)),
    ...said.disputes.flatMap((each) => disputeEntries(each, currency)),
  ];
}

const REMINDED = { waiting: 'Reminder waits to be looked at', withdrawn: 'Reminder taken back' } as const;

function reminderEntry({ id, on, at, to, state }: SaidReminder, ordinal: number): HistoryEntry {
  const title = state === 'sent' ? `Reminder ${ordinal} sent` : REMINDED[state];
  return { key: `reminder ${id}`, day: on, at, title, detail: to && `To ${to}` };
}

function promiseEntries(promise: SaidPromise, currency: string): HistoryEntry[] {
  const { id, on, at, amountMinor, receivedMinor, promisedFor, note, status, overOn } = promise;
  const amount = formatMoney(amountMinor, currency);
  const by = formatDay(promisedFor, { today: on });
  const made = { key: `promise ${id}`, day: on, at, title: `Promised ${amount} by ${by}`, detail: note };
  const over = { key: `promise ${id} over`, day: overOn, at };
  if (status === 'broken')
    return [made, { ...over, title: 'Promise not kept', detail: `${amount} was due ${by}` }];
  if (status === 'partly_kept') {
    const detail = `${formatMoney(receivedMinor, currency)} of ${amount} came by ${by}`;
    return [made, { ...over, title: 'Promise partly kept', detail }];
  }
  if (status === 'cancelled') return [{ ...made, title: `${made.title}, taken back` }];
  return [status === 'kept' ? { ...made, title: `${made.title}, and kept it` } : made];
}

function disputeEntries({ id, on, at, amountMinor, reason, end }: SaidDispute, currency: string) {
  const title = `Disputed ${formatMoney(amountMinor, currency)}`;
  const opened: HistoryEntry = { key: `dispute ${id}`, day: on, at, title, detail: reason };
  if (!end) return [opened];
  const ended = { day: end.on, at: end.at, title: 'Dispute resolved', detail: end.resolution };
  return [opened, { key: `dispute ${id} over`, ...ended }];
}
