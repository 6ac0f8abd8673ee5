import { and, eq, lte, type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, QueryBuilder } from 'drizzle-orm/pg-core';
import type { Instant } from '@/lib/domain/instants';
import type { Moment } from './expressions';
import { customerVersions } from './schema/customer-versions';
import { customers } from './schema/customers';

/**
 * Customers by the names and codes that they had at the moment's known-at instant, as a table to join: reports that are made
 * again show what they showed. For staff, and for a customer itself.
 */
export function customersAt({ knownAt }: Pick<Moment, 'knownAt'>) {
  const build = new QueryBuilder();
  const { name, code } = customers;
  const id = sql<string>`${customers.id}`.as('known_id');
  if (knownAt === null)
    return build
      .select({
        id,
        name: sql<string>`${name}`.as('known_name'),
        code: sql<string | null>`${code}`.as('known_code'),
      })
      .from(customers)
      .as('customers');
  const version = build
    .select({
      isOne: sql<boolean>`true`.as('is_one'),
      name: sql<string>`${customerVersions.name}`.as('version_name'),
      code: sql<string | null>`${customerVersions.code}`.as('version_code'),
    })
    .from(customerVersions)
    .where(isVersionBy(knownAt))
    .orderBy(sql`${customerVersions.recordedAt} desc`)
    .limit(1)
    .as('version');
  return build
    .select({
      id,
      name: sql<string>`case when ${version.isOne} then ${version.name} else ${name} end`.as('known_name'),
      code: sql<string | null>`case when ${version.isOne} then ${version.code} else ${code} end`.as(
        'known_code',
      ),
    })
    .from(customers)
    .leftJoinLateral(version, sql`true`)
    .as('customers');
}

/** The parents that customers had at the moment's known-at instant, as columns `id` and `parent_id`. For staff. */
function parentsAt({ knownAt }: Pick<Moment, 'knownAt'>): SQL {
  if (knownAt === null) return sql`(select id, parent_id from ${customers}) as parents`;
  return sql`(select ${customers.id} as id,
      case when version.is_one then version.parent_id else ${customers.parentId} end as parent_id
    from ${customers} left join lateral (
      select true as is_one, parent_id from ${customerVersions} where ${isVersionBy(knownAt)}
      order by ${customerVersions.recordedAt} desc limit 1) as version on true) as parents`;
}

/** Of the rows of `customer_versions`: those of the row of `customers` that were recorded by an instant. */
export function isVersionBy(knownAt: Instant): SQL | undefined {
  return and(
    eq(customerVersions.orgId, customers.orgId),
    eq(customerVersions.customerId, customers.id),
    lte(customerVersions.recordedAt, sql`${knownAt}`),
  );
}

/** Whether a row is of the customer, or with `family` of one below it. */
export function isOf(
  column: AnyPgColumn | SQL.Aliased,
  customerId: string,
  family: boolean | undefined,
  moment: Pick<Moment, 'knownAt'>,
): SQL {
  return family ? sql`${column} in ${familyOf(customerId, moment)}` : sql`${column} = ${customerId}`;
}

/** The ids of a customer and of all below it, at the moment: for `in`. */
function familyOf(customerId: string, moment: Pick<Moment, 'knownAt'>): SQL {
  return sql`(with recursive known as (select id, parent_id from ${parentsAt(moment)}),
    family as (
      select ${customerId}::uuid as id
      union select known.id from known join family on known.parent_id = family.id)
    select id from family)`;
}

/** The customer that stands at the top of each customer's family, as a table to join; itself when it has no parent. For staff. */
export function familiesAt(moment: Pick<Moment, 'knownAt'>) {
  const known = customersAt(moment);
  const columns = {
    id: sql<string>`id`.as('member_id'),
    ownName: sql<string>`own_name`.as('own_name'),
    rootId: sql<string>`root_id`.as('root_id'),
    name: sql<string>`name`.as('root_name'),
    code: sql<string | null>`code`.as('root_code'),
  };
  return new QueryBuilder()
    .select(columns)
    .from(
      sql`(with recursive known as (
          select parents.id, ${known.name} as name, ${known.code} as code, parents.parent_id
          from ${known} join ${parentsAt(moment)} on parents.id = ${known.id}),
        families as (
          select id, name as own_name, id as root_id, name, code from known where parent_id is null
          union all select known.id, known.name, families.root_id, families.name, families.code
          from known join families on known.parent_id = families.id)
        select * from families) as found`,
    )
    .as('families');
}
