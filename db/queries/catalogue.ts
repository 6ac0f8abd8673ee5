import { and, asc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { countRows } from '../expressions';
import { beneficiaries, services } from '../schema/catalogue';
import type { Tx } from '../scope';

/** A service of the catalogue. */
export type ServiceRecord = typeof services.$inferSelect;
/** On whose behalf a service is given. */
export type BeneficiaryRecord = typeof beneficiaries.$inferSelect;

/** Services or beneficiaries on one page of a list. */
export const CATALOGUE_PAGE = 100;

/** Where a page by name begins: after this row. */
export interface ByName {
  readonly name: string;
  readonly id: string;
}

/** How much of a list is read. `after` null is its beginning. */
interface NamePage {
  readonly limit: number;
  readonly after: ByName | null;
}

/** Which rows are meant; all when nothing is given. */
interface CatalogueFilter {
  readonly isActive?: boolean | undefined;
  /** Part of a name. */
  readonly q?: string | undefined;
}

/** Services by name, one page. `next` begins the page that follows; null on the last. */
export async function serviceList(tx: Tx, filter: CatalogueFilter, { limit, after }: NamePage) {
  const rows = await tx
    .select()
    .from(services)
    .where(and(matching(services, filter), isAfter(services, after)))
    .orderBy(asc(services.name), asc(services.id))
    .limit(limit + 1);
  return paged(rows, limit);
}

/** How many services match. */
export async function serviceCount(tx: Tx, filter: CatalogueFilter): Promise<number> {
  const [row] = await tx.select({ count: countRows() }).from(services).where(matching(services, filter));
  return row?.count ?? 0;
}

/** Which beneficiaries are meant: of one customer when it is given. */
type BeneficiaryFilter = CatalogueFilter & { readonly customerId?: string | undefined };

/** Beneficiaries by name, one page. */
export async function beneficiaryList(tx: Tx, filter: BeneficiaryFilter, { limit, after }: NamePage) {
  const rows = await tx
    .select()
    .from(beneficiaries)
    .where(and(matching(beneficiaries, filter), isOf(filter), isAfter(beneficiaries, after)))
    .orderBy(asc(beneficiaries.name), asc(beneficiaries.id))
    .limit(limit + 1);
  return paged(rows, limit);
}

/** How many beneficiaries match. */
export async function beneficiaryCount(tx: Tx, filter: BeneficiaryFilter): Promise<number> {
  const [row] = await tx
    .select({ count: countRows() })
    .from(beneficiaries)
    .where(and(matching(beneficiaries, filter), isOf(filter)));
  return row?.count ?? 0;
}

type Catalogue = typeof services | typeof beneficiaries;

function matching(of: Catalogue, { isActive, q }: CatalogueFilter): SQL | undefined {
  return and(
    isActive === undefined ? undefined : eq(of.isActive, isActive),
    q ? sql`strpos(lower(${of.name}), lower(${q})) > 0` : undefined,
  );
}

function isOf({ customerId }: BeneficiaryFilter): SQL | undefined {
  return customerId ? eq(beneficiaries.customerId, customerId) : undefined;
}

function isAfter({ name, id }: Catalogue, after: ByName | null): SQL | undefined {
  return after ? sql`(${name}, ${id}) > (${after.name}, ${after.id}::uuid)` : undefined;
}

/** One service; null when there is none that the actor may see. */
export async function serviceById(tx: Tx, id: string): Promise<ServiceRecord | null> {
  const [row] = await tx.select().from(services).where(eq(services.id, id));
  return row ?? null;
}

/** One beneficiary; null when there is none that the actor may see. */
export async function beneficiaryById(tx: Tx, id: string): Promise<BeneficiaryRecord | null> {
  const [row] = await tx.select().from(beneficiaries).where(eq(beneficiaries.id, id));
  return row ?? null;
}

/** Services by id; those that are not there are left out. */
export async function servicesByIds(tx: Tx, ids: readonly string[]): Promise<Map<string, ServiceRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(services)
    .where(inArray(services.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The categories that beneficiaries in use have, in order of the alphabet, at most `CATALOGUE_PAGE`. */
export async function beneficiaryCategories(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ category: beneficiaries.category })
    .from(beneficiaries)
    .where(and(eq(beneficiaries.isActive, true), isNotNull(beneficiaries.category)))
    .orderBy(asc(beneficiaries.category))
    .limit(CATALOGUE_PAGE);
  return rows.flatMap(({ category }) => category ?? []);
}

/** The ids among these of beneficiaries that are in use. */
export async function activeBeneficiaries(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: beneficiaries.id })
    .from(beneficiaries)
    .where(and(inArray(beneficiaries.id, [...ids]), eq(beneficiaries.isActive, true)));
  return new Set(rows.map(({ id }) => id));
}

function paged<Row extends ByName>(
  rows: readonly Row[],
  limit: number,
): { rows: Row[]; next: ByName | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? { name: last.name, id: last.id } : null };
}
