import type { Said } from '../due-date-forecast';
import { type Minor, sumOf, toMinor, ZERO } from '../money';
import { type DayNumber, dayNumber } from './delays';
import type { Payable } from './habits';

/** An open debit before anybody said anything about it. */
export interface BookDebit extends Payable {
  readonly itemId: string;
  readonly documentId: string;
  readonly openMinor: Minor;
}

/** A part of an open debit that was promised for a day. */
interface PromisedPart {
  readonly amountMinor: Minor;
  readonly on: DayNumber;
}

/** An open debit as the forecast reads it: contested, promised, and the rest that is paid by habit. Together it is what is open. */
export interface ClaimedDebit extends BookDebit {
  readonly disputedMinor: Minor;
  readonly promised: readonly PromisedPart[];
  readonly freeMinor: Minor;
}

/** What people said of debits, as far as it is about their amounts. */
export type Claims = Pick<Said, 'disputes' | 'promises'>;

/**
 * Takes out of open debits what is contested, then what is promised, the earliest promise first, each from the oldest due debit
 * that it is about, and never more than is open. The debits come back in their order.
 */
export function claimDebits(debits: readonly BookDebit[], { disputes, promises }: Claims): ClaimedDebit[] {
  const entries = debits.map(
    (debit): Entry => ({
      ...debit,
      freeMinor: debit.openMinor,
      disputedMinor: ZERO,
      promised: [],
    }),
  );
  if (disputes.length + promises.length > 0) claim(entries.toSorted(oldestFirst), { disputes, promises });
  return entries;
}

/** What is promised of each document, of those of which anything is, as `claimDebits` divides it. */
export function promisedParts(debits: readonly BookDebit[], claims: Claims): Map<string, Minor> {
  const parts = new Map<string, Minor>();
  for (const { documentId, promised } of claimDebits(debits, claims))
    if (promised.length > 0)
      parts.set(
        documentId,
        sumOf([parts.get(documentId) ?? ZERO, ...promised.map(({ amountMinor }) => amountMinor)]),
      );
  return parts;
}

function claim(entries: readonly Entry[], { disputes, promises }: Claims): void {
  const ofDocument = listsBy(entries, ({ documentId }) => documentId);
  const ofCustomer = listsBy(entries, ({ customerId }) => customerId);
  for (const { documentId, amountMinor } of disputes)
    for (const { entry, part } of taken(ofDocument.get(documentId) ?? [], amountMinor))
      entry.disputedMinor = sumOf([entry.disputedMinor, part]);
  for (const promise of promises.toSorted((a, b) => (a.promisedFor < b.promisedFor ? -1 : 1))) {
    const { documentId, customerId, restMinor, promisedFor } = promise;
    const meant = documentId === null ? ofCustomer.get(customerId) : ofDocument.get(documentId);
    for (const { entry, part } of taken(meant ?? [], restMinor))
      entry.promised.push({ amountMinor: part, on: dayNumber(promisedFor) });
  }
}

/** A debit while what is claimed of it is taken out. */
interface Entry extends BookDebit {
  freeMinor: Minor;
  disputedMinor: Minor;
  readonly promised: PromisedPart[];
}

/** Takes an amount off what is free of entries, one after the other, and tells how much of each. */
function taken(entries: readonly Entry[], amountMinor: number): { entry: Entry; part: Minor }[] {
  let wanted = amountMinor;
  return entries.flatMap((entry) => {
    const part = toMinor(Math.min(entry.freeMinor, wanted));
    entry.freeMinor = toMinor(entry.freeMinor - part);
    wanted -= part;
    return part > 0 ? { entry, part } : [];
  });
}

/** Entries by a key, each list in the order of all. */
function listsBy(entries: readonly Entry[], keyOf: (debit: BookDebit) => string): Map<string, Entry[]> {
  const lists = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const list = lists.get(key);
    if (list) list.push(entry);
    else lists.set(key, [entry]);
  }
  return lists;
}

function oldestFirst(a: Entry, b: Entry): number {
  return a.dueOn - b.dueOn || (a.itemId < b.itemId ? -1 : 1);
}
