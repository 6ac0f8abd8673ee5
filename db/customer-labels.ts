import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { type AgingFilters, NONE } from '@/lib/filters';
import { isVersionBy } from './customers-at';
import type { Moment } from './expressions';
import { customerVersions } from './schema/customer-versions';
import { customers } from './schema/customers';

/** The owner of a row of `customers`; null for none, also where nothing but blanks or a dash was written. */
const owner = sql`nullif(nullif(btrim(${customers.owner}), ''), ${NONE})`;

/**
 * Customers with the owner and the tags that they had at the moment's known-at instant: a table with the columns `id`, `owner` and
 * `tags`, to be named `customers` or otherwise. For staff.
 */
export function labelledAt({ knownAt }: Pick<Moment, 'knownAt'>): SQL {
  if (knownAt === null) return sql`${customers}`;
  return sql`(select ${customers.id}, case when version.tags is null then ${customers.owner} else version.owner end as owner,
      coalesce(version.tags, ${customers.tags}) as tags
    from ${customers} left join lateral (
      select owner, tags from ${customerVersions} where ${isVersionBy(knownAt)}
      order by ${customerVersions.recordedAt} desc limit 1) as version on true)`;
}

/** What the filters name, and as known when. */
type Labelled = Pick<AgingFilters, 'owner' | 'tag' | 'knownAt'>;

/** Whether a row is of a customer of the owner, and with the tag, that the filters name; no condition where they name none. */
export function isLabelled(
  column: AnyPgColumn | SQL.Aliased | SQL,
  { owner: ownedBy, tag, knownAt }: Labelled,
): SQL[] {
  const among = (condition: SQL) =>
    sql`${column} in (select ${customers.id} from ${labelledAt({ knownAt })} as customers where ${condition})`;
  return [
    ...(ownedBy === null
      ? []
      : [among(ownedBy === NONE ? sql`${owner} is null` : sql`${owner} = ${ownedBy}`)]),
    ...(tag === null
      ? []
      : [among(tag === NONE ? sql`cardinality(${tags}) = 0` : sql`${tag} = any(${tags})`)]),
  ];
}

/** Every customer with each of its labels, as a table to read: a row per tag, or its owner; null where it has none. */
export function labelsOf(by: 'owner' | 'tag'): SQL {
  return by === 'owner'
    ? sql`(select ${customers.id} as labelled_id, ${owner} as label from ${customers}) as labels`
    : sql`(select ${customers.id} as labelled_id, tag as label from ${customers}
        left join lateral unnest(${tags}) as t(tag) on true) as labels`;
}

/**
 * The labels of the customer of a row, at a moment, to be joined laterally. OFFSET 0 keeps it a look-up by primary key: left to
 * choose, the planner, which cannot know how many customers are this organization's, may read them all for every row.
 */
export function labelsOfRow(by: 'owner' | 'tag', customerId: SQL, moment: Pick<Moment, 'knownAt'>): SQL {
  const label = by === 'owner' ? sql`${owner} as label` : sql`${tags} as tags`;
  const found = sql`(select ${label} from ${labelledAt(moment)} as customers
    where ${customers.id} = ${customerId} offset 0)`;
  return by === 'owner'
    ? sql`${found} as labels`
    : sql`(select tag as label from ${found} as found left join lateral unnest(tags) as t(tag) on true) as labels`;
}

const tags = sql`array_remove(array(select distinct btrim(tag) from unnest(${customers.tags}) as written(tag)), ${NONE})`;
