import { eq } from 'drizzle-orm';
import { todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { encodeJson, money } from '@/lib/exact-json';
import type { WebhookEvent } from '@/lib/webhooks/events';
import { imports } from '../schema/imports';
import { reminders } from '../schema/reminders';
import type { Tx } from '../scope';
import { customerRecord } from './customer-records';
import { disputeList } from './disputes';
import { documentFacts } from './document-facts';
import { promiseList } from './promises';

/** What happened, to what, and when. */
interface Happened {
  readonly eventId: string;
  readonly event: WebhookEvent | 'test';
  readonly objectId: string;
  readonly happenedAt: Date;
}

/** Of which business. */
interface Business {
  readonly id: string;
  readonly timeZone: string;
}

/**
 * The JSON text of a delivery: the event, and of what it is about the facts that never change, with the address that says the rest.
 * `data` is null when the object is not there any more.
 */
export async function webhookBody(tx: Tx, org: Business, happened: Happened): Promise<string> {
  const { eventId, event, objectId, happenedAt } = happened;
  const [about = ''] = event.split('.');
  const data = await FACTS[about]?.(tx, objectId, org);
  return encodeJson({
    event_id: eventId,
    event,
    happened_at: happenedAt.toISOString(),
    organization_id: org.id,
    data: data ?? null,
  });
}

const ONE = { limit: 1, offset: 0 };

const FACTS: Readonly<Record<string, (tx: Tx, id: string, org: Business) => Promise<object | null>>> = {
  invoice: documentOf,
  credit_memo: documentOf,
  payment: documentOf,
  customer: async (tx, id) => {
    const found = await customerRecord(tx, id);
    return found && { customer_id: id, name: found.name, code: found.code, href: `/api/v1/customers/${id}` };
  },
  promise: async (tx, id, { timeZone }) => {
    const [found] = await promiseList(tx, todayIn(timeZone), { promiseId: id }, ONE);
    if (!found) return null;
    return {
      promise_id: id,
      customer_id: found.customerId,
      invoice_id: found.documentId,
      currency: found.currency,
      amount: money(found.amountMinor, found.currency),
      promised_for: found.promisedFor,
      href: `/api/v1/promises?customer_id=${found.customerId}`,
    };
  },
  dispute: async (tx, id) => {
    const [found] = await disputeList(tx, { disputeId: id }, ONE);
    if (!found) return null;
    return {
      dispute_id: id,
      customer_id: found.customerId,
      invoice_id: found.documentId,
      currency: found.currency,
      amount: money(found.amountMinor, found.currency),
      reason: found.reason,
      href: `/api/v1/disputes?invoice_id=${found.documentId}`,
    };
  },
  reminder: async (tx, id) => {
    const [found] = await tx.select().from(reminders).where(eq(reminders.id, id));
    if (!found) return null;
    return {
      reminder_id: id,
      customer_id: found.customerId,
      currency: found.currency,
      date: found.reminderDate,
      level: found.level,
      href: `/api/v1/reminders/${id}`,
    };
  },
  import: async (tx, id) => {
    const [found] = await tx.select({ kind: imports.kind }).from(imports).where(eq(imports.id, id));
    return found ? { import_id: id, kind: found.kind } : null;
  },
};

async function documentOf(tx: Tx, id: string): Promise<object | null> {
  const found = await documentFacts(tx, id);
  if (!found) return null;
  const { kind, number, customerId, documentDate, currency, amountMinor } = found;
  const folder = { payment: 'payments', credit_memo: 'credit-memos' }[kind as string] ?? 'invoices';
  return {
    document_id: id,
    kind,
    number,
    customer_id: customerId,
    date: documentDate,
    currency,
    amount: money(toMinor(Math.abs(amountMinor)), currency),
    href: `/api/v1/${folder}/${id}`,
  };
}
