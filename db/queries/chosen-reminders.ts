import { inArray } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { type Chosen, handStage } from '@/lib/domain/hand-plan';
import type { ReminderParams } from '@/lib/mail/params';
import type { MailTo } from '../commands/queue-mail';
import { planByHand } from '../commands/remind-many';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { customerNames } from './customer-names';
import { type NotReminded, owedOf, type ToRemind } from './reminder-dry-run';
import { reminderHistories } from './reminder-histories';

/** A customer of a choice that would be reminded. */
export interface ChosenReminder extends ToRemind {
  /** How many reminders of the item that had most it is, with this one. */
  readonly level: number;
  /** The day of the last one; null when there was none. */
  readonly lastOn: PlainDate | null;
}

type Asked = Chosen & { readonly on: PlainDate };

/** Whom of a choice would be reminded by hand now, and what not and why; nothing is sent. By name. */
export async function chosenReminders(
  tx: Tx,
  actor: StaffActor,
  chosen: Asked,
): Promise<{ toRemind: ChosenReminder[]; notReminded: NotReminded[] }> {
  const { plan, reaches } = await planByHand(tx, actor, chosen);
  const names = await customerNames(tx, chosen.customerIds);
  const nameOf = (id: string) => names.get(id) ?? '';
  const histories = await reminderHistories(tx, chosen.on);
  const papers = await papersOf(tx, chosen.documentIds.length > 0 ? chosen.documentIds : stoppedOf(plan));
  const toRemind = [...reaches].flatMap(([customerId, reach]): ChosenReminder[] => {
    const mine = plan.reminders.filter((each) => each.customerId === customerId);
    if (mine.length === 0 || 'none' in reach) return [];
    const lines = mine.flatMap((each) => each.lines);
    const days = histories.flatMap((each) => (each.customerId === customerId && each.lastOn) || []);
    return [
      {
        customerId,
        customer: nameOf(customerId),
        address: reach.to.address,
        stage: handStage(mine),
        level: Math.max(...mine.map(({ level }) => level)),
        invoiceCount: new Set(lines.map((line) => line.documentId)).size,
        owed: owedOf(lines),
        lastOn: days.toSorted().at(-1) ?? null,
      },
    ];
  });
  const named = new Set([
    ...plan.reminders.flatMap(({ lines }) => lines.map(({ documentId }) => documentId)),
    ...stoppedOf(plan),
  ]);
  const isWhole = new Set(plan.leftOut.flatMap((each) => (each.documentId === null ? each.customerId : [])));
  const settled = papers.filter(({ id, customerId }) => !named.has(id) && !isWhole.has(customerId));
  const numbers = new Map(papers.map(({ id, number }) => [id, number]));
  const leftOut = [
    ...plan.leftOut,
    ...settled.map(({ id, customerId }) => ({ customerId, documentId: id, reason: 'not_late' as const })),
  ];
  const byName = (a: { readonly customer: string }, b: { readonly customer: string }) =>
    a.customer.localeCompare(b.customer);
  return {
    toRemind: toRemind.toSorted(byName),
    notReminded: leftOut
      .map(({ customerId, documentId, reason }): NotReminded => {
        const number = documentId === null ? null : (numbers.get(documentId) ?? null);
        return { customerId, customer: nameOf(customerId), documentId, number, currency: null, reason };
      })
      .toSorted(byName),
  };
}

/** The mail that one customer of a choice would get now; null when it would get none. */
export async function chosenDraft(
  tx: Tx,
  actor: StaffActor,
  { customerId, documentIds, on }: Omit<Asked, 'customerIds'> & { readonly customerId: string },
): Promise<{ readonly to: MailTo; readonly params: ReminderParams } | null> {
  const { plan, reaches } = await planByHand(tx, actor, { customerIds: [customerId], documentIds, on });
  const reach = reaches.get(customerId);
  const lines = plan.reminders.flatMap((each) => each.lines);
  if (lines.length === 0 || !reach || 'none' in reach) return null;
  const papers = await papersOf(
    tx,
    lines.map((line) => line.documentId),
  );
  const numbers = new Map(papers.map(({ id, number }) => [id, number]));
  const invoices = lines.map(({ documentId, currency, dueOn, openMinor, daysPastDue }) => {
    return { number: numbers.get(documentId) ?? '', currency, dueOn, openMinor, daysPastDue };
  });
  const stage = handStage(plan.reminders);
  const params = {
    kind: 'reminder',
    customer: reach.to.name,
    reminderIds: [],
    stage,
    invoices,
    note: '',
  } as const;
  return { to: reach.to, params };
}

function stoppedOf({ leftOut }: Awaited<ReturnType<typeof planByHand>>['plan']): string[] {
  return leftOut.flatMap(({ documentId }) => documentId ?? []);
}

function papersOf(tx: Tx, documentIds: readonly string[]) {
  return tx
    .select({ id: documents.id, number: documents.number, customerId: documents.customerId })
    .from(documents)
    .where(inArray(documents.id, [...new Set(documentIds)]));
}
