import { sql } from 'drizzle-orm';
import { type Minor, toMinor } from '@/lib/domain/money';
import { type BooksAt, openItemsAt } from '../expressions';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';
import { GENERATIONS } from './customer-family';

/** Members that are listed. */
const LISTED = 50;

/** A customer of a family, and what it owes by itself. */
interface FamilyMember {
  readonly id: string;
  readonly name: string;
  /** 0 for the customer above all others, 1 for its children, and so on. */
  readonly depth: number;
  readonly totalMinor: Minor;
}

/** A customer's family: everybody below the same top. */
export interface Family {
  /** At most 50, parents before their children, those of one parent by name. */
  readonly members: readonly FamilyMember[];
  readonly memberCount: number;
  /** What all members owe together in the one currency. */
  readonly totalMinor: Minor;
}

/** The family of a customer, with what each member owes in one currency; null when it is alone. */
export async function familyOf(tx: Tx, at: BooksAt, customerId: string): Promise<Family | null> {
  const items = openItemsAt(at, { basis: 'due', bounds: [0] });
  const rows = await tx.execute<{
    id: string;
    name: string;
    depth: number;
    total: string;
    members: number;
    all: string;
  }>(sql`with recursive above (id, parent_id, generation) as (
      select id, parent_id, 0 from ${customers} where id = ${customerId}
      union all select c.id, c.parent_id, generation + 1 from ${customers} c join above on c.id = above.parent_id
        where generation < ${GENERATIONS}),
    family (id, name, depth, path) as (
      select c.id, c.name, 0, array[c.name || c.id] from ${customers} c
        where c.id = (select id from above order by generation desc limit 1)
      union all select c.id, c.name, depth + 1, path || (c.name || c.id) from ${customers} c join family f on c.parent_id = f.id
        where depth < ${GENERATIONS}),
    owed as (select item_customer_id as customer_id, sum(open_at) as total from ${items}
      where item_currency = ${at.currency} and item_customer_id in (select id from family) group by 1)
    select id, name, depth, coalesce(total, 0)::text as total, (count(*) over ())::int as members,
      coalesce(sum(total) over (), 0)::text as all
    from family left join owed on owed.customer_id = family.id order by path limit ${LISTED}`);
  const [first] = rows;
  if (!first || first.members === 1) return null;
  return {
    members: rows.map(({ id, name, depth, total }) => ({ id, name, depth, totalMinor: toMinor(total) })),
    memberCount: first.members,
    totalMinor: toMinor(first.all),
  };
}
