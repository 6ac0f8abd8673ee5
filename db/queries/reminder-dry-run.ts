import { inArray } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { needPerson } from '@/lib/domain/escalation';
import type { HandReason } from '@/lib/domain/hand-plan';
import { type Minor, sumOf } from '@/lib/domain/money';
import type { MailedPlan } from '@/lib/domain/reminder-mail';
import { stageOf } from '@/lib/domain/reminder-mail';
import type { Amount, ReminderStage } from '@/lib/mail/params';
import { planMailedReminders } from '../commands/run-reminders';
import { customers } from '../schema/customers';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { recipientsOf } from './recipients';

/** Rows of each list that are shown; the counts are of all. */
const SHOWN = 200;

/** A customer that would be mailed now. */
export interface ToRemind {
  readonly customerId: string;
  readonly customer: string;
  readonly address: string;
  readonly stage: ReminderStage;
  readonly invoiceCount: number;
  readonly owed: readonly Amount[];
}

/** Something that nobody would be mailed about, and why; `number` is null for all of a customer's. */
export interface NotReminded {
  readonly customerId: string;
  readonly customer: string;
  readonly documentId: string | null;
  readonly number: string | null;
  /** What of the customer is meant when it is no document; null for everything. */
  readonly currency: string | null;
  readonly reason: MailedPlan['skipped'][number]['reason'] | HandReason;
}

/** A customer for whom mails can do no more. */
export interface ForPerson {
  readonly customerId: string;
  readonly customer: string;
  readonly owed: readonly Amount[];
}

/** What the daily run would do now, and nothing of it done: at most 200 rows a list, counts of all. */
export async function reminderDryRun(tx: Tx, actor: StaffActor, on: PlainDate) {
  const { policy, items, ...plan } = await planMailedReminders(tx, actor, on);
  const persons = [...needPerson(items, policy.steps.length)].slice(0, SHOWN);
  const sending = [...new Set(plan.reminders.map(({ customerId }) => customerId))];
  const skipped = plan.skipped.slice(0, SHOWN);
  const shown = sending.slice(0, SHOWN);
  const ids = [...shown, ...skipped.map(({ customerId }) => customerId), ...persons.map(([id]) => id)];
  const names = await namesOf(tx, ids);
  const numbers = await numbersOf(
    tx,
    skipped.flatMap(({ documentId }) => documentId ?? []),
  );
  const reaches = await recipientsOf(tx, shown);
  const nameOf = (id: string) => names.get(id) ?? '';
  return {
    steps: policy.steps.length,
    isByHand: policy.isByHand,
    sendingCount: sending.length,
    skippedCount: plan.skipped.length,
    toRemind: shown.flatMap((customerId): ToRemind[] => {
      const mine = plan.reminders.filter((each) => each.customerId === customerId);
      const reach = reaches.get(customerId);
      if (!reach || 'none' in reach) return [];
      const lines = mine.flatMap((each) => each.lines);
      return [
        {
          customerId,
          customer: nameOf(customerId),
          address: reach.to.address,
          stage: stageOf(mine, policy.steps.length),
          invoiceCount: new Set(lines.map((line) => line.documentId)).size,
          owed: owedOf(lines),
        },
      ];
    }),
    notReminded: skipped.map(
      ({ customerId, documentId, currency, reason }): NotReminded => ({
        customerId,
        customer: nameOf(customerId),
        documentId,
        number: documentId ? (numbers.get(documentId) ?? null) : null,
        currency,
        reason,
      }),
    ),
    forPerson: persons.map(
      ([customerId, mine]): ForPerson => ({ customerId, customer: nameOf(customerId), owed: owedOf(mine) }),
    ),
  };
}

/** What is open of lines, a sum per currency in the order in which they come. */
export function owedOf(lines: readonly { readonly currency: string; readonly openMinor: Minor }[]): Amount[] {
  return [...new Set(lines.map((line) => line.currency))].map((currency) => {
    const mine = lines.filter((line) => line.currency === currency);
    return { currency, amountMinor: sumOf(mine.map((line) => line.openMinor)) };
  });
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: customers.id, name: customers.name })
    .from(customers)
    .where(inArray(customers.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function numbersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: documents.id, number: documents.number })
    .from(documents)
    .where(inArray(documents.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, number }) => [id, number]));
}
