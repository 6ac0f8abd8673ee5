import { and, asc, desc, eq, gt, isNotNull, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import { alias, QueryBuilder } from 'drizzle-orm/pg-core';
import type { CustomerFilters } from '@/lib/customer-filters';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
import { type Moment, openItemsAt } from '../expressions';
import { contacts, customers } from '../schema/customers';
import type { Tx } from '../scope';
import { balanceSums } from './customer-balances';

/** Customers on one page of the list. */
export const CUSTOMERS_PAGE = 50;
/** Customers that a picker offers at once. */
const OPTIONS = 20;

/** One customer of the list. Amounts are of the list's currency. */
export interface CustomerRow {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly isArchived: boolean;
  readonly totalMinor: Minor;
  readonly lateMinor: Minor;
  /** Money that no invoice has taken, 0 or below. */
  readonly creditsMinor: Minor;
  readonly openCount: number;
  /** Null when nothing is late. */
  readonly oldestDays: number | null;
  /** Further currencies in which the customer has something open, in order. */
  readonly otherCurrencies: readonly string[];
}

/** A page of customers, and sums over all that the filters match. */
export interface CustomerList {
  readonly rows: readonly CustomerRow[];
  readonly totals: Pick<CustomerRow, 'totalMinor' | 'lateMinor' | 'creditsMinor'>;
  readonly customerCount: number;
}

/** The customers that the filters match with what each owes in `currency`, one page. */
export async function customerList(
  tx: Tx,
  filters: CustomerFilters,
  moment: Moment,
  currency: string,
): Promise<CustomerList> {
  const sums = sumsPerCustomer(moment, currency);
  const sumOver = (column: SQL.Aliased<Minor>) =>
    sql<Minor>`(sum(${column}) over ())::bigint`.mapWith(toMinor);
  const rows = await tx
    .select({
      id: customers.id,
      name: customers.name,
      code: customers.code,
      isArchived: sql<boolean>`${customers.archivedAt} is not null`,
      totalMinor: orZero(sums.totalMinor),
      lateMinor: orZero(sums.lateMinor),
      creditsMinor: orZero(sums.creditsMinor),
      openCount: sql<number>`coalesce(${sums.openCount}, 0)`.mapWith(Number),
      oldestDays: sums.oldestDays,
      otherCurrencies: sql<string[]>`coalesce(${sums.otherCurrencies}, '[]')`,
      allTotal: sumOver(sums.totalMinor),
      allLate: sumOver(sums.lateMinor),
      allCredits: sumOver(sums.creditsMinor),
      customerCount: sql<number>`(count(*) over ())::int`.mapWith(Number),
    })
    .from(customers)
    .leftJoin(sums, eq(sums.customerId, customers.id))
    .where(and(...conditions(filters, sums)))
    .orderBy(...order(filters, sums), asc(customers.name), asc(customers.id))
    .limit(CUSTOMERS_PAGE)
    .offset((filters.page - 1) * CUSTOMERS_PAGE);
  const [first] = rows;
  // Beyond the last page there is no row to carry the totals: read them from the first.
  if (!first && filters.page > 1)
    return { ...(await customerList(tx, { ...filters, page: 1 }, moment, currency)), rows: [] };
  return {
    rows: rows.map(({ allTotal: _t, allLate: _l, allCredits: _c, customerCount: _n, ...row }) => row),
    totals: {
      totalMinor: first?.allTotal ?? ZERO,
      lateMinor: first?.allLate ?? ZERO,
      creditsMinor: first?.allCredits ?? ZERO,
    },
    customerCount: first?.customerCount ?? 0,
  };
}

/** A customer as its page shows it. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly currency: string;
  readonly termsDays: number;
  readonly creditLimitMinor: Minor | null;
  readonly owner: string | null;
  readonly tags: readonly string[];
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly notes: string | null;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
  readonly parent: { readonly id: string; readonly name: string } | null;
  readonly contacts: readonly Contact[];
}

/** A person at a customer. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly roles: readonly string[];
}

/** One customer with its people, in order of their names; null when there is none that the actor may see. For staff. */
export async function customerById(tx: Tx, id: string): Promise<Customer | null> {
  const parents = alias(customers, 'parents');
  const [found] = await tx
    .select({
      id: customers.id,
      name: customers.name,
      code: customers.code,
      currency: customers.currency,
      termsDays: customers.termsDays,
      creditLimitMinor: customers.creditLimitMinor,
      owner: customers.owner,
      tags: customers.tags,
      email: customers.email,
      phone: customers.phone,
      address: customers.address,
      notes: customers.notes,
      createdAt: customers.createdAt,
      archivedAt: customers.archivedAt,
      parentId: parents.id,
      parentName: parents.name,
    })
    .from(customers)
    .leftJoin(parents, eq(parents.id, customers.parentId))
    .where(eq(customers.id, id));
  if (!found) return null;
  const people = await tx
    .select({
      id: contacts.id,
      name: contacts.name,
      title: contacts.title,
      email: contacts.email,
      phone: contacts.phone,
      roles: contacts.roles,
    })
    .from(contacts)
    .where(eq(contacts.customerId, id))
    .orderBy(asc(contacts.name), asc(contacts.id))
    .limit(100);
  const { parentId, parentName, ...customer } = found;
  return {
    ...customer,
    parent: parentId && parentName ? { id: parentId, name: parentName } : null,
    contacts: people,
  };
}

/** A customer as a picker offers it. */
export interface CustomerOption {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly currency: string;
  readonly termsDays: number;
}

/** Up to 20 active customers whose name or code contains `q`, those that begin with it first, then by name. */
export function customerOptions(tx: Tx, q: string): Promise<CustomerOption[]> {
  return tx
    .select({
      id: customers.id,
      name: customers.name,
      code: customers.code,
      currency: customers.currency,
      termsDays: customers.termsDays,
    })
    .from(customers)
    .where(and(isNull(customers.archivedAt), isNamed(q)))
    .orderBy(
      sql`not starts_with(lower(${customers.name}), lower(${q}))`,
      asc(customers.name),
      asc(customers.id),
    )
    .limit(OPTIONS);
}

/** What a customer knows of itself in the portal; null when the actor is not one. */
export async function ownCustomer(tx: Tx): Promise<Pick<Customer, 'id' | 'name' | 'currency'> | null> {
  const [own] = await tx
    .select({ id: customers.id, name: customers.name, currency: customers.currency })
    .from(customers)
    .limit(1);
  return own ?? null;
}

function sumsPerCustomer(moment: Moment, currency: string) {
  const items = openItemsAt(moment, { basis: 'due', bounds: [0] });
  const others = ne(items.currency, currency);
  return new QueryBuilder()
    .select({
      customerId: items.customerId,
      ...balanceSums(items, moment.asOf, eq(items.currency, currency)),
      otherCurrencies: sql<string[] | null>`json_agg(distinct ${items.currency}) filter (where ${others})`.as(
        'others',
      ),
    })
    .from(items)
    .groupBy(items.customerId)
    .as('sums');
}

type Sums = ReturnType<typeof sumsPerCustomer>;

function conditions({ q, show }: CustomerFilters, sums: Sums): (SQL | undefined)[] {
  const narrowing = {
    all: undefined,
    owing: gt(sums.totalMinor, ZERO),
    late: gt(sums.lateMinor, ZERO),
    unapplied: lt(sums.creditsMinor, ZERO),
    archived: undefined,
  };
  return [
    show === 'archived'
      ? isNotNull(customers.archivedAt)
      : or(isNull(customers.archivedAt), isNotNull(sums.customerId)),
    narrowing[show],
    q ? isNamed(q) : undefined,
  ];
}

function order({ sort, descending }: CustomerFilters, sums: Sums): SQL[] {
  const direction = descending ? desc : asc;
  if (sort === 'name') return [direction(customers.name)];
  if (sort === 'late') return [direction(orZero(sums.lateMinor))];
  if (sort === 'oldest') return [direction(sql`coalesce(${sums.oldestDays}, -1)`)];
  return [direction(orZero(sums.totalMinor))];
}

/** Of a customer: whether its name or code contains the text. */
export function isNamed(q: string): SQL {
  return sql`strpos(${customers.nameKey}, lower(${q})) > 0`;
}

function orZero(amount: SQL.Aliased<Minor>): SQL<Minor> {
  return sql<Minor>`coalesce(${amount}, 0)`.mapWith(toMinor);
}
