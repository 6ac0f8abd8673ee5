import { type SQL, sql } from 'drizzle-orm';
import { toMinor } from '@/lib/domain/money';
import type { ExploreFilters } from '@/lib/explore-filters';
import { labelledAt } from '../customer-labels';
import { customersAt } from '../customers-at';
import { type BooksAt, idList, openItemsAt } from '../expressions';
import type { Tx } from '../scope';
import { missesOf } from './explore-conditions';
import { disputedAt, type FactsMoment, promisedAt, remindedAt } from './explore-facts';
import { promiseGraceDays } from './promise-receipts';
import { dividedPromises, standingPromises } from './standing-promises';

/**
 * Every open item of the currency with all that Explore shows or filters by, and `misses`: a bit for each active facet that it does
 * not satisfy. Rows, totals, counts, charts and files all select from this, so they follow the filters alike. A name, an owner and
 * tags are those that were known at the moment.
 */
export async function exploreItems(tx: Tx, filters: ExploreFilters): Promise<SQL> {
  const graceDays = filters.graceDays ?? (await promiseGraceDays(tx));
  const items = openItemsAt(filters, filters);
  const known = customersAt(filters);
  const { asOf, knownAt, currency } = filters;
  const moment = { asOf, knownAt, currency, graceDays };
  const promised = await promisedOf(tx, moment);
  return sql`(select *, ${missesOf(filters)} as misses from (
    select ${items.itemId} as item_id, ${items.documentId} as document_id, ${items.kind} as kind,
      ${items.instalment} as instalment, ${items.customerId} as customer_id, ${items.amountMinor} as amount_minor,
      ${items.openMinor} as open_minor, ${items.effectiveOn} as effective_on, ${items.dueOn} as due_on,
      ${items.days} as days, ${items.bucket} as bucket, ${known.name} as customer, ${known.code} as code,
      own.owner, own.tags, disputed_minor, promised_for, promised_minor, promised_left, is_broken, times, last_on
    from ${items}
    join ${known} on ${known.id} = ${items.customerId}
    join ${labelledAt(filters)} as own on own.id = ${items.customerId}
    left join ${disputedAt(moment)} as disputed on disputed.document_id = ${items.documentId}
    left join ${promised} as promised on promised.document_id = ${items.documentId}
    left join ${remindedAt(moment)} as reminded on reminded_item = ${items.itemId}
    where ${items.currency} = ${filters.currency} ${filters.withCredits ? sql`` : sql`and ${items.amountMinor} > 0`}
  ) as found)`;
}

/** What was promised of each document, for itself or, where it is not, for its customer's account: then of the amount its part. */
async function promisedOf(tx: Tx, moment: FactsMoment & BooksAt): Promise<SQL> {
  const own = sql`select document_id, promised_for, promised_minor, promised_left, is_broken
    from ${promisedAt(moment)} as own where document_id is not null`;
  const isAccount = sql`document_id is null and currency = ${moment.currency}`;
  const accounts = await standingPromises(tx, moment, isAccount);
  if (accounts.length === 0) return sql`(${own})`;
  const isTheirs = sql`customer_id = any(${idList(accounts.map(({ customerId }) => customerId))})`;
  const disputes = await tx.execute<{ documentId: string; amount: string }>(sql`
    select document_id as "documentId", disputed_minor::text as amount from ${disputedAt(moment)} as disputed where ${isTheirs}`);
  const theirs = await standingPromises(tx, moment, sql`document_id is not null and ${isTheirs}`);
  const divided = await dividedPromises(tx, moment, accounts, {
    disputes: disputes.map(({ documentId, amount }) => ({ documentId, amountMinor: toMinor(amount) })),
    promisedIds: new Set(theirs.flatMap(({ documentId }) => documentId ?? [])),
  });
  const parts = [...divided].map(([documentId, { promise, partMinor }]) => ({
    document_id: documentId,
    promised_for: promise.promisedFor,
    promised_minor: partMinor,
    promised_left: partMinor,
    is_broken: promise.isBroken,
  }));
  return sql`(${own} union all
    select * from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as parts
      (document_id uuid, promised_for date, promised_minor bigint, promised_left bigint, is_broken boolean))`;
}
