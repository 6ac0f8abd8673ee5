import { type SQL, sql } from 'drizzle-orm';
import type { Moment } from '../expressions';
import { disputes } from '../schema/disputes';
import { promises } from '../schema/promises';
import { reminderLines, reminders } from '../schema/reminders';
import { type PromiseDays, receivedMinor } from './promise-receipts';

/** A moment, and how long a promise is waited for. */
export type FactsMoment = Moment & PromiseDays;

/** What is contested per document at the close of a day: `customer_id`, `document_id`, `disputed_minor`. The set-based twin of `claimsByDocument`. */
export function disputedAt(moment: FactsMoment): SQL {
  return sql`(select customer_id, document_id, sum(amount_minor)::bigint as disputed_minor from ${disputes}
    where opened_on <= ${moment.asOf} and ${recordedBy(moment)} and ${notYet(sql`resolved_at`, moment)}
    group by customer_id, document_id)`;
}

/**
 * The latest promise per document, and per customer's account and currency, where `document_id` is null, at the close of a day, while it
 * is not kept: `customer_id`, `document_id`, `currency`, `promised_for`, `promised_minor`, `promised_left` (what has not arrived of it),
 * `is_broken` (its last day went by and not all of it had arrived). The first three narrow what is read.
 */
export function promisedAt(moment: FactsMoment): SQL {
  return sql`(select customer_id, document_id, currency, promised_for, amount_minor as promised_minor,
      amount_minor - received as promised_left, ${moment.asOf}::date > promised_for + ${moment.graceDays}::int as is_broken
    from (select distinct on (customer_id, document_id, currency) customer_id, document_id, currency, promised_for, amount_minor,
        ${receivedMinor(moment)} as received
      from ${promises}
      where promised_on <= ${moment.asOf} and ${recordedBy(moment)} and ${notYet(sql`cancelled_at`, moment)}
      order by customer_id, document_id, currency, promised_on desc, id desc) as latest
    where received < amount_minor)`;
}

/** How often, and when last, an item was listed in a reminder that went out: `reminded_item`, `times`, `last_on`. */
export function remindedAt(moment: FactsMoment): SQL {
  return sql`(select l.item_id as reminded_item, count(*)::int as times, max(reminder_date) as last_on
    from ${reminderLines} l join ${reminders} on reminders.id = l.reminder_id
    where reminder_date <= ${moment.asOf} and ${recordedBy(moment)} and ${notYet(sql`withdrawn_at`, moment)}
      and ${moment.knownAt === null ? sql`sent_at is not null` : sql`sent_at <= ${moment.knownAt}`}
    group by l.item_id)`;
}

function recordedBy({ knownAt }: Moment): SQL {
  return knownAt === null ? sql`true` : sql`recorded_at <= ${knownAt}`;
}

/** Whether what ends with `endedAt` had not ended at the close of the day, on the organization's calendar, as known. */
function notYet(endedAt: SQL, { asOf, knownAt }: Moment): SQL {
  const zone = sql`(select time_zone from organizations where id = (select app.org_id()))`;
  const isLater = sql`(${endedAt} at time zone ${zone})::date > ${asOf}`;
  return knownAt === null
    ? sql`(${endedAt} is null or ${isLater})`
    : sql`(${endedAt} is null or ${isLater} or ${endedAt} > ${knownAt})`;
}
