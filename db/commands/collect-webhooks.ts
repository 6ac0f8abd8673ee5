import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { WebhookEvent } from '@/lib/webhooks/events';
import { activity, activityHeads } from '../schema/activity';
import { disputes } from '../schema/disputes';
import { documents } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import { promises } from '../schema/promises';
import { reminders } from '../schema/reminders';
import { webhookDeliveries, webhookEndpoints } from '../schema/webhooks';
import type { Tx } from '../scope';

/** What happened in the ledger after an instant and by another, and what was noted after a sequence and by another. */
interface Span {
  readonly after: SQL;
  readonly by: SQL;
  readonly afterSequence: number;
  readonly bySequence: number;
}

/**
 * Makes deliveries of everything that happened since an endpoint was last looked at; answers how many. Nothing is lost, whoever fails
 * when: events are read from the rows that their own transaction wrote, instants and sequences follow the order of commits, and
 * the endpoint's place in them moves in the same transaction as its deliveries are made.
 */
export async function collectWebhooks(tx: Tx, endpointId: string): Promise<number> {
  const [endpoint] = await tx
    .select({ events: webhookEndpoints.events, seenSequence: webhookEndpoints.seenSequence })
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.id, endpointId),
        isNull(webhookEndpoints.pausedAt),
        isNull(webhookEndpoints.removedAt),
      ),
    )
    .for('update', { skipLocked: true });
  const [head] = await tx
    .select({ sequence: activityHeads.sequence, at: sql<string | null>`${activityHeads.recordedAt}::text` })
    .from(activityHeads);
  if (!endpoint || !head) return 0;
  const seenAt = sql`(select seen_at from webhook_endpoints where id = ${endpointId})`;
  const by = sql`coalesce(${head.at}::timestamptz, ${seenAt})`;
  const span = { after: seenAt, by, afterSequence: endpoint.seenSequence, bySequence: head.sequence };
  const made = await tx.execute(sql`
    insert into ${webhookDeliveries} (id, endpoint_id, event_id, event, object_id, happened_at)
    select gen_random_uuid(), ${endpointId}, ${EVENT_ID},
      e.event, e.object_id, e.at
    from (${posted(span)} union all ${paid(span)} union all ${collected(span)} union all ${noted(span)})
      as e (event, object_id, at, key)
    where e.event = any (${textArray(endpoint.events)})
    order by e.at
    on conflict (org_id, endpoint_id, event_id) do nothing
    returning 1`);
  await tx
    .update(webhookEndpoints)
    .set({ seenSequence: head.sequence, seenAt: by })
    .where(eq(webhookEndpoints.id, endpointId));
  return made.length;
}

/** Documents, through whichever door they came: every document opens an item, and items have an index by instant. */
function posted({ after, by }: Span): SQL {
  const word = (kind: SQL, suffix: SQL) => sql`case ${kind}
      when 'invoice' then 'invoice.' || ${suffix} when 'credit_memo' then 'credit_memo.' || ${suffix} end`;
  return sql`
    select case d.kind when 'payment' then 'payment.recorded'
        when 'reversal' then (select case o.kind when 'payment' then 'payment.reversed'
          else ${word(sql`o.kind`, sql`'voided'`)} end from ${documents} o where o.id = d.reverses_id)
        else ${word(sql`d.kind`, sql`'posted'`)} end,
      coalesce(d.reverses_id, d.id), d.recorded_at, d.id::text
    from ${documents} d where d.id in (select i.document_id from ${openItems} i
      where i.recorded_at > ${after} and i.recorded_at <= ${by})`;
}

/** Invoices whose last part was settled by money or a credit, at the instant at which it was. */
function paid({ after, by }: Span): SQL {
  return sql`
    select 'invoice.paid', s.document_id, s.recorded_at, s.recorded_at::text from (
      select d.id as document_id, d.amount_minor, a.recorded_at,
        sum(sum(a.amount_minor)) over (partition by d.id order by a.recorded_at) as settled_minor,
        bool_or(a.amount_minor > 0 and c.kind in ('payment', 'credit_memo', 'discount', 'opening_credit', 'transfer_out')) as is_paid
      from ${allocations} a join ${openItems} i on i.id = a.debit_item_id join ${documents} d on d.id = i.document_id
      join ${openItems} ci on ci.id = a.credit_item_id join ${documents} c on c.id = ci.document_id
      where d.kind = 'invoice' and d.id in (select n.document_id from ${allocations} r join ${openItems} n on n.id = r.debit_item_id
        where r.recorded_at > ${after} and r.recorded_at <= ${by})
      group by d.id, d.amount_minor, a.recorded_at) s
    where s.settled_minor = s.amount_minor and s.is_paid and s.recorded_at > ${after} and s.recorded_at <= ${by}`;
}

/** Promises, disputes and reminders; those that waited for somebody to look at them are noted when they go. */
function collected({ after, by }: Span): SQL {
  const within = sql`recorded_at > ${after} and recorded_at <= ${by}`;
  return sql`
    select 'promise.recorded', id, recorded_at, '' from ${promises} where ${within}
    union all select 'dispute.opened', id, recorded_at, '' from ${disputes} where ${within}
    union all select 'reminder.sent', id, recorded_at, '' from ${reminders} where ${within} and sent_at is not null`;
}

/** What the activity alone knows. A reminder is one event, however it was found. */
function noted({ afterSequence, bySequence }: Span): SQL {
  const cases = Object.entries(NOTED).map(([verb, event]) => sql`when ${verb} then ${event}`);
  return sql`
    select e.event, e.object_id, e.at, case when e.event = 'reminder.sent' then '' else e.sequence::text end from (
      select case verb ${sql.join(cases, sql` `)} end as event, coalesce(case object_kind when 'customer' then customer_id end,
        object_id) as object_id, at, sequence
      from ${activity} where sequence > ${afterSequence} and sequence <= ${bySequence}) e
    where e.event is not null`;
}

const NOTED: Readonly<Record<string, WebhookEvent>> = {
  customer_created: 'customer.created',
  customer_updated: 'customer.changed',
  customer_archived: 'customer.changed',
  customer_restored: 'customer.changed',
  customer_merged: 'customer.changed',
  customer_merge_undone: 'customer.changed',
  contacts_changed: 'customer.changed',
  promise_cancelled: 'promise.cancelled',
  dispute_resolved: 'dispute.resolved',
  reminder_sent: 'reminder.sent',
  import_booked: 'import.booked',
};

/** The same for the same event, whoever asks when: a UUID of version 8, which is for ids of one's own making. */
const EVENT_ID = sql`overlay(overlay(md5(concat_ws('|', app.org_id(), e.event, e.object_id, e.key))
  placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid`;

function textArray(values: readonly string[]): SQL {
  return sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`;
}
