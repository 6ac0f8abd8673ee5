import { eq, inArray } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { type ClaimedDebit, claimDebits } from '@/lib/domain/forecast/claimed';
import { dayNumber, dayOf } from '@/lib/domain/forecast/delays';
import { paidByOn } from '@/lib/domain/forecast/distribution';
import { type ExpectedDay, expectedDay, type ReadHabits } from '@/lib/domain/forecast/expected-day';
import type { Minor } from '@/lib/domain/money';
import type { BooksAt } from '../expressions';
import { customers } from '../schema/customers';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { claimsAt } from './claims-at';
import { pastHabits } from './habits';
import { usedPooling } from './look-back';
import { openBook } from './open-book';

/** An open invoice: when it is expected, and why. */
export interface ExpectedPayment extends ExpectedDay {
  readonly itemId: string;
  readonly documentId: string;
  readonly number: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly openMinor: Minor;
  readonly dueOn: PlainDate;
}

/** What some customers have open, as the forecast reads it, and how they pay. */
interface ReadBook {
  /** By customer, the oldest due first. */
  readonly debits: readonly ClaimedDebit[];
  readonly read: ReadHabits;
}

/** The open book of a few customers: the forecast says of it what it says of them among all. */
export async function readBookOf(tx: Tx, at: BooksAt, customerIds: readonly string[]): Promise<ReadBook> {
  const today = dayNumber(at.asOf);
  const pooling = await usedPooling(tx, at);
  const book = await openBook(tx, at, customerIds);
  const asked = { until: at.asOf, items: book, poolings: [pooling] };
  const habits = (await pastHabits(tx, at, asked)).until(pooling);
  const debits = book.length > 0 ? claimDebits(book, await claimsAt(tx, at, customerIds)) : [];
  return { debits, read: { habits, paidBy: paidByOn(habits, today), today } };
}

/** The days of debits, with their numbers, in their order; those that are contested are left out. */
export async function expectedPayments(
  tx: Tx,
  debits: readonly ClaimedDebit[],
  read: ReadHabits,
): Promise<ExpectedPayment[]> {
  const ids = debits.map(({ documentId }) => documentId);
  if (ids.length === 0) return [];
  const found = await tx
    .select({ id: documents.id, number: documents.number, name: customers.name })
    .from(documents)
    .innerJoin(customers, eq(customers.id, documents.customerId))
    .where(inArray(documents.id, ids));
  const papers = new Map(found.map((paper) => [paper.id, paper]));
  return debits.flatMap((debit) => {
    const expected = expectedDay(debit, read);
    const paper = papers.get(debit.documentId);
    if (!expected || !paper) return [];
    const { itemId, documentId, customerId, openMinor, dueOn } = debit;
    const facts = { itemId, documentId, number: paper.number, customerId, customerName: paper.name };
    return [{ ...facts, openMinor, dueOn: dayOf(dueOn), ...expected }];
  });
}
