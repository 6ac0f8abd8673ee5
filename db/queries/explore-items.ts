import { type SQL, sql } from 'drizzle-orm';
import type { ExploreFilters } from '@/lib/explore-filters';
import { labelledAt } from '../customer-labels';
import { customersAt } from '../customers-at';
import { openItemsAt } from '../expressions';
import type { Tx } from '../scope';
import { missesOf } from './explore-conditions';
import { disputedAt, promisedAt, remindedAt } from './explore-facts';
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
    left join ${promisedAt(moment)} as promised on promised.document_id = ${items.documentId}
    left join ${remindedAt(moment)} as reminded on reminded_item = ${items.itemId}
    where ${items.currency} = ${filters.currency} ${filters.withCredits ? sql`` : sql`and ${items.amountMinor} > 0`}
  ) as found)`;
}
