import { type SQL, sql } from 'drizzle-orm';
import type { ExploreFilters } from '@/lib/explore-filters';
import { labelledAt } from '../customer-labels';
import { customersAt } from '../customers-at';
import { openItemsAt } from '../expressions';
import type { Tx } from '../scope';
import { type DividedPromise, dividedPromises } from './divided-promises';
import { missesOf } from './explore-conditions';
import { disputedAt, type FactsMoment, promisedAt, remindedAt } from './explore-facts';
import { promiseGraceDays } from './promise-receipts';

/**
 * Every open item of the currency with all that Explore shows or filters by, and `misses`: a bit for each active facet that it does
 * not satisfy. Rows, totals, counts, charts and files all select from this, so they follow the filters alike. A name, an owner and
 * tags are those that were known at the moment.
 */
export async function exploreItems(tx: Tx, filters: ExploreFilters): Promise<SQL> {
  const graceDays = filters.graceDays ?? (await promiseGraceDays(tx));
  const items = openItemsAt(filters, filters);
  const known = customersAt(filters);
  const moment = { asOf: filters.asOf, knownAt: filters.knownAt, graceDays };
  const ofAccounts = await dividedPromises(tx, { ...moment, currency: filters.currency });
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
    left join ${promisedOf(moment, ofAccounts)} as promised on promised.document_id = ${items.documentId}
    left join ${remindedAt(moment)} as reminded on reminded_item = ${items.itemId}
    where ${items.currency} = ${filters.currency} ${filters.withCredits ? sql`` : sql`and ${items.amountMinor} > 0`}
  ) as found)`;
}

/** What was promised of each document, for itself or, where it is not, for its customer's account: then of the amount its part. */
function promisedOf(moment: FactsMoment, ofAccounts: readonly DividedPromise[]): SQL {
  if (ofAccounts.length === 0) return promisedAt(moment);
  const parts = ofAccounts.map(({ documentId, promisedFor, partMinor, isBroken }) => ({
    document_id: documentId,
    promised_for: promisedFor,
    promised_minor: partMinor,
    promised_left: partMinor,
    is_broken: isBroken,
  }));
  return sql`(select * from ${promisedAt(moment)} as own union all
    select * from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as parts
      (document_id uuid, promised_for date, promised_minor bigint, promised_left bigint, is_broken boolean))`;
}
