import { inArray } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { type Chosen, type HandPlan, handStage } from '@/lib/domain/hand-plan';
import type { PlannedReminder } from '@/lib/domain/reminder-plan';
import { groupBy } from '@/lib/group-by';
import type { ReminderParams } from '@/lib/mail/params';
import type { MailTo } from '../commands/queue-mail';
import { planByHand } from '../commands/remind-many';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { customerNames } from './customer-names';
import type { Reach } from './recipients';
import { type NotReminded, owedOf, type ToRemind } from './reminder-dry-run';
import { reminderHistories } from './reminder-histories';

/** A customer of a choice that would be reminded. */
export interface ChosenReminder extends ToRemind {
  /** How many reminders of the item that had most it is, with this one. */
  readonly level: number;
  /** The day of the last one; null when there was none. */
  readonly lastOn: PlainDate | null;
}

/** A choice, and whose mail of it is looked at; null for nobody's. */
type Asked = Chosen & { readonly on: PlainDate; readonly look: string | null };

/** The mail that a customer would get now. */
interface ChosenDraft {
  readonly to: MailTo;
  readonly params: ReminderParams;
}

/** What would come of reminding a choice. */
interface ChosenReminders {
  /** By name. */
  readonly toRemind: readonly ChosenReminder[];
  readonly notReminded: readonly NotReminded[];
  /** The mail that is looked at; null when that customer would get none. */
  readonly draft: ChosenDraft | null;
}

/** Whom of a choice would be reminded by hand now, and what not and why; nothing is sent. */
export async function chosenReminders(
  tx: Tx,
  actor: StaffActor,
  { look, ...chosen }: Asked,
): Promise<ChosenReminders> {
  const { plan, reaches } = await planByHand(tx, actor, chosen);
  const planned = groupBy(plan.reminders, ({ customerId }) => customerId);
  const looked = (look && planned.get(look)) || [];
  const names = await customerNames(tx, chosen.customerIds);
  const nameOf = (id: string) => names.get(id) ?? '';
  const histories = groupBy(
    await reminderHistories(tx, chosen.on, [...planned.keys()]),
    ({ customerId }) => customerId,
  );
  const papers = await papersOf(tx, [...chosen.documentIds, ...stoppedOf(plan), ...documentsOf(looked)]);
  const numbers = new Map(papers.map(({ id, number }) => [id, number]));
  const toRemind = [...planned].flatMap(([customerId, mine]): ChosenReminder[] => {
    const reach = reaches.get(customerId);
    if (!reach || 'none' in reach) return [];
    const days = histories.get(customerId)?.flatMap(({ lastOn }) => lastOn ?? []) ?? [];
    return [
      {
        customerId,
        customer: nameOf(customerId),
        address: reach.to.address,
        stage: handStage(mine),
        level: Math.max(...mine.map(({ level }) => level)),
        invoiceCount: new Set(documentsOf(mine)).size,
        owed: owedOf(mine.flatMap(({ lines }) => lines)),
        lastOn: days.toSorted().at(-1) ?? null,
      },
    ];
  });
  const notReminded = leftOutOf(plan, papers).map(({ customerId, documentId, reason }): NotReminded => {
    const number = documentId === null ? null : (numbers.get(documentId) ?? null);
    return { customerId, customer: nameOf(customerId), documentId, number, currency: null, reason };
  });
  return {
    toRemind: toRemind.toSorted(byName),
    notReminded: notReminded.toSorted(byName),
    draft: draftOf(looked, (look && reaches.get(look)) || null, numbers),
  };
}

function byName(a: { readonly customer: string }, b: { readonly customer: string }): number {
  return a.customer.localeCompare(b.customer);
}

/** What the plan leaves out, and of the papers that were chosen those that it does not name: they are settled, or not late. */
function leftOutOf(plan: HandPlan, papers: Awaited<ReturnType<typeof papersOf>>): HandPlan['leftOut'] {
  const named = new Set([...documentsOf(plan.reminders), ...stoppedOf(plan)]);
  const isWhole = new Set(plan.leftOut.flatMap((each) => (each.documentId === null ? each.customerId : [])));
  const settled = papers.filter(({ id, customerId }) => !named.has(id) && !isWhole.has(customerId));
  return [
    ...plan.leftOut,
    ...settled.map(({ id, customerId }) => ({ customerId, documentId: id, reason: 'not_late' as const })),
  ];
}

function draftOf(
  looked: readonly PlannedReminder[],
  reach: Reach | null,
  numbers: ReadonlyMap<string, string>,
): ChosenDraft | null {
  if (looked.length === 0 || !reach || 'none' in reach) return null;
  const invoices = looked
    .flatMap(({ lines }) => lines)
    .map(({ documentId, currency, dueOn, openMinor, daysPastDue }) => {
      return { number: numbers.get(documentId) ?? '', currency, dueOn, openMinor, daysPastDue };
    });
  const params = {
    kind: 'reminder',
    customer: reach.to.name,
    reminderIds: [],
    stage: handStage(looked),
    invoices,
    note: '',
  } as const;
  return { to: reach.to, params };
}

function documentsOf(reminders: readonly PlannedReminder[]): string[] {
  return reminders.flatMap(({ lines }) => lines.map(({ documentId }) => documentId));
}

function stoppedOf({ leftOut }: HandPlan): string[] {
  return leftOut.flatMap(({ documentId }) => documentId ?? []);
}

function papersOf(tx: Tx, documentIds: readonly string[]) {
  return tx
    .select({ id: documents.id, number: documents.number, customerId: documents.customerId })
    .from(documents)
    .where(inArray(documents.id, [...new Set(documentIds)]));
}
