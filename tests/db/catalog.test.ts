import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { withScope } from '@/db/scope';
import type { Actor } from '@/lib/actor';
import { owner } from '../world';
import { type Full, fullWorld } from './every-row';

/** Tables of the public schema that may go without row-level security: none. */
const UNGUARDED: readonly string[] = [];
/** Posted and logged rows: added, never changed or deleted by any role of the application. */
const INSERT_ONLY =
  'documents document_lines payment_details discount_terms transfers exchange_rates recurring_periods late_charges open_items allocations activity activity_heads report_runs notes reminder_runs reminder_lines mail_attempts'.split(
    ' ',
  );
/** Unique indexes that cannot start with the organization, because their keys are unguessable and made by us. */
const UNGUESSABLE = ['payment_details_pkey', 'invitations_pkey', 'api_keys_hash'];

const app = postgres(process.env.APP_DATABASE_URL ?? '', { max: 1, onnotice() {} });
afterAll(() => app.end({ timeout: 5 }));

const tables = (
  await owner<{ name: string; columns: string[] }[]>`
  select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by 1 order by 1`
).map((t) => ({ ...t }));
const tenantTables = tables.filter((table) => table.columns.includes('org_id'));
const roles = (
  await owner<{ name: string }[]>`select rolname as name from pg_roles where rolname like 'dueline\\_%'`
).map((role) => role.name);

test('every table has row-level security enabled and forced, and a policy', async () => {
  const rows = await owner<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not (c.relrowsecurity
      and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`;
  expect(rows.map((row) => row.name)).toEqual(UNGUARDED);
  expect(tables.length).toBeGreaterThan(20);
});

test('every view runs with the rights of who asks, and there is no materialised view', async () => {
  const rows = await owner<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and (relkind = 'm'
      or (relkind = 'v' and not coalesce(reloptions::text like '%security_invoker=true%', false)))`;
  expect([...rows]).toEqual([]);
});

test("no unique key tells one organization of another's rows: each starts with the organization", async () => {
  const rows = await owner<{ name: string; columns: string }[]>`
    select i.relname as name, string_agg(a.attname, ',' order by k.n) as columns
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    cross join lateral unnest(x.indkey) with ordinality k(attnum, n)
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
    where x.indisunique and t.relnamespace = 'public'::regnamespace
      and exists (select from pg_attribute o where o.attrelid = t.oid and o.attname = 'org_id')
    group by 1 order by 1`;
  const leaky = rows.filter((row) => row.columns !== 'id' && !row.columns.startsWith('org_id'));
  expect(leaky.map((row) => row.name).toSorted()).toEqual(UNGUESSABLE.toSorted());
});

test('every foreign key between rows of a tenant carries the organization', async () => {
  const rows = await owner<{ name: string }[]>`
    select conname as name from pg_constraint f
    where contype = 'f' and connamespace = 'public'::regnamespace and confrelid <> 'organizations'::regclass
      and exists (select from pg_attribute where attrelid = f.conrelid and attname = 'org_id')
      and exists (select from pg_attribute where attrelid = f.confrelid and attname = 'org_id')
      and not exists (select from pg_attribute a where a.attrelid = f.conrelid and a.attnum = any (f.conkey) and a.attname = 'org_id')`;
  expect([...rows]).toEqual([]);
});

test('posted and logged rows can be changed or deleted by no role of the application', async () => {
  expect(roles.length).toBeGreaterThanOrEqual(6);
  const rows = await owner<{ role: string; name: string; privilege: string }[]>`
    select r.role, t.name, p.privilege from unnest(${[...roles, 'public']}::text[]) r(role),
      unnest(${INSERT_ONLY}::text[]) t(name), unnest(array['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) p(privilege)
    where has_table_privilege(r.role, t.name, p.privilege)
      or (p.privilege = 'UPDATE' and has_any_column_privilege(r.role, t.name, 'UPDATE'))`;
  expect([...rows]).toEqual([]);
});

test('the sums that posting keeps can be written by no role of the application', async () => {
  const rows = await owner<{ role: string; name: string; privilege: string }[]>`
    select r.role, t.name, p.privilege from unnest(${[...roles, 'public']}::text[]) r(role),
      unnest(array['day_sums', 'debit_sums', 'delay_sums']) t(name),
      unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) p(privilege)
    where has_table_privilege(r.role, t.name, p.privilege)
      or (p.privilege in ('INSERT', 'UPDATE') and has_any_column_privilege(r.role, t.name, p.privilege))`;
  expect([...rows]).toEqual([]);
});

test('a manager writes nothing but the log of requests, downloads and deeds, and what the own screen looks like', async () => {
  const rows = await owner<{ grant: string }[]>`
    select t.name || ' ' || p.privilege as grant
    from unnest(${tables.map((table) => table.name)}::text[]) t(name), unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p(privilege)
    where has_table_privilege('dueline_manager', t.name, p.privilege)
      or (p.privilege in ('INSERT', 'UPDATE') and has_any_column_privilege('dueline_manager', t.name, p.privilege))`;
  expect(rows.map((row) => row.grant).toSorted()).toEqual([
    'activity INSERT',
    'dashboards DELETE',
    'dashboards INSERT',
    'dashboards UPDATE',
    'preferences DELETE',
    'preferences INSERT',
    'preferences UPDATE',
    'report_jobs DELETE',
    'report_jobs INSERT',
    'report_jobs UPDATE',
    'report_runs INSERT',
    'requests INSERT',
    'requests UPDATE',
    'saved_views DELETE',
    'saved_views INSERT',
    'saved_views UPDATE',
  ]);
});

test('a customer writes nothing, and does not see what the business thinks of it', async () => {
  const writes = await owner<{ name: string }[]>`
    select t.name from unnest(${tables.map((table) => table.name)}::text[]) t(name), unnest(array['INSERT', 'UPDATE', 'DELETE']) p(privilege)
    where has_table_privilege('dueline_customer', t.name, p.privilege)
      or (p.privilege <> 'DELETE' and has_any_column_privilege('dueline_customer', t.name, p.privilege))`;
  expect([...writes]).toEqual([]);
  const hidden = ['credit_limit_minor', 'notes', 'owner', 'tags', 'parent_id'];
  const rows = await owner<{ name: string }[]>`
    select name from unnest(${hidden}::text[]) h(name) where has_column_privilege('dueline_customer', 'customers', name, 'SELECT')`;
  expect([...rows]).toEqual([]);
});

test('every function that runs with the rights of the owner has its own search path', async () => {
  const rows = await owner<{ name: string }[]>`
    select proname as name from pg_proc where pronamespace in ('app'::regnamespace, 'public'::regnamespace) and prosecdef
      and not coalesce(array_to_string(proconfig, ',') like '%search_path=public, pg_temp%', false)`;
  expect([...rows]).toEqual([]);
});

test('without a scope there is nothing but "permission denied", in every table', async () => {
  for (const { name } of tables) {
    const refused = await app`select 1 from ${app(name)} limit 1`.catch((error: unknown) => error);
    expect([name, refused]).toEqual([name, expect.objectContaining({ code: '42501' })]);
  }
});

test('a scope that names no organization sees no row of any', async () => {
  await fullWorld();
  for (const role of ['dueline_staff', 'dueline_manager', 'dueline_customer', 'dueline_portal'])
    await app.begin(async (tx) => {
      await tx`select set_config('role', ${role}, true)`;
      for (const { name } of tenantTables) {
        const columns = await readable(role, name);
        if (columns.length === 0) continue;
        const rows = await tx`select ${tx(columns)} from ${tx(name)} limit 1`;
        expect([role, name, rows.length]).toEqual([role, name, 0]);
      }
    });
});

test('staff of one organization see all of its rows in every table, and none of another', async () => {
  const [mine, other] = [await fullWorld(), await fullWorld()];
  for (const actor of [mine.world.admin, mine.world.manager])
    for (const { name } of tenantTables) {
      const columns = await readable(actor.role === 'admin' ? 'dueline_staff' : 'dueline_manager', name);
      if (!columns.includes('org_id')) continue;
      const seen = await rowsOf(actor, name, columns);
      expect([name, new Set(seen.map((row) => row.org_id))]).toEqual([name, new Set([mine.world.org.id])]);
      expect([name, seen.length]).toEqual([name, await countOf(name, mine.world.org.id)]);
    }
  expect(other.world.org.id).not.toBe(mine.world.org.id);
});

test('a customer sees rows of its own, and none of another customer, in every table', async () => {
  const { world, a, b } = await fullWorld();
  const foreign = await idsOf(world.org.id, b);
  expect(foreign.size).toBeGreaterThan(15);
  const seenTables: string[] = [];
  for (const { name } of tables) {
    const columns = await readable('dueline_customer', name);
    if (columns.length === 0) continue;
    const seen = await rowsOf(world.customer(a), name, columns);
    const text = JSON.stringify(seen);
    for (const id of foreign) expect(text.includes(id), `${name} shows ${id}`).toBe(false);
    if (columns.includes('customer_id')) expect(seen.every((row) => row.customer_id === a)).toBe(true);
    if (seen.length > 0) seenTables.push(name);
    expect([name, seen.length > 0]).toEqual([name, true]);
  }
  expect(seenTables).toContain('open_items');
  // The control: the same look at the same rows by somebody who may see them finds the other customer.
  const all = JSON.stringify(
    await rowsOf(world.admin, 'open_items', await readable('dueline_staff', 'open_items')),
  );
  expect([...foreign].some((id) => all.includes(id))).toBe(true);
});

test('no row of another organization can be changed, deleted, or put into its books', async () => {
  const [mine, other] = [await fullWorld(), await fullWorld()];
  const { admin } = mine.world;
  for (const { name, columns } of tenantTables) {
    const before = await fingerprint(name, other.world.org.id);
    expect([name, before.count > 0]).toEqual([name, true]);
    for (const statement of [
      sql`delete from ${sql.identifier(name)}`,
      sql`update ${sql.identifier(name)} set org_id = org_id`,
      ...columns.map(
        (
          column,
        ) => sql`update ${sql.identifier(name)} set ${sql.identifier(column)} = ${sql.identifier(column)}
        where org_id = ${other.world.org.id}`,
      ),
    ])
      await attempt(mine, statement);
    const given = sql.join(
      (await givenColumns(name)).map((column) => sql.identifier(column)),
      sql`, `,
    );
    await expect(
      withScope(admin, 'write', (tx) =>
        tx.execute(sql`insert into ${sql.identifier(name)} (${given})
          select ${given} from jsonb_populate_record(null::${sql.identifier(name)}, ${before.sample}::jsonb)`),
      ),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
    expect([name, await fingerprint(name, other.world.org.id)]).toEqual([name, before]);
  }
});

/** Runs a statement as the organization's administrator and takes back whatever it did; a refusal is as good. */
async function attempt({ world }: Full, statement: ReturnType<typeof sql>): Promise<void> {
  const back = new Error('rolled back');
  const run = withScope(world.admin, 'write', async (tx) => {
    await tx.execute(statement);
    throw back;
  });
  const error = await run.catch((reason: unknown) => reason);
  if (error === back) return;
  expect(['42501', '23503', '23514', '428C9']).toContain(
    (error as { cause?: { code?: string } }).cause?.code,
  );
}

/** Columns of a table that are not computed from others. */
async function givenColumns(table: string): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select attname as name from pg_attribute where attrelid = ${`public.${table}`}::regclass and attnum > 0
      and not attisdropped and attgenerated = ''`;
  return rows.map((row) => row.name);
}

/** Columns of a table that a role may read. */
async function readable(role: string, table: string): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select attname as name from pg_attribute where attrelid = ${`public.${table}`}::regclass and attnum > 0
      and not attisdropped and has_column_privilege(${role}, attrelid, attnum, 'SELECT')`;
  return rows.map((row) => row.name);
}

async function rowsOf(
  actor: Actor,
  table: string,
  columns: readonly string[],
): Promise<Record<string, unknown>[]> {
  const list = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  const rows = await withScope(actor, 'read', (tx) =>
    tx.execute(sql`select ${list} from ${sql.identifier(table)}`),
  );
  return [...rows];
}

async function countOf(table: string, org: string): Promise<number> {
  const [row] = await owner<
    { n: number }[]
  >`select count(*)::int as n from ${owner(table)} where org_id = ${org}`;
  return row?.n ?? 0;
}

/** Every id of the rows of one customer. */
async function idsOf(org: string, customer: string): Promise<Set<string>> {
  const ids = new Set([customer]);
  for (const { name, columns } of tenantTables) {
    if (!columns.includes('customer_id')) continue;
    const rows =
      await owner`select * from ${owner(name)} where org_id = ${org} and customer_id = ${customer}`;
    for (const row of rows)
      for (const key of ['id', 'document_id', 'user_id', 'token_hash'])
        if (row[key]) ids.add(String(row[key]));
  }
  return ids;
}

/** How many rows an organization has in a table, a hash of them all, and one of them as JSON. */
async function fingerprint(table: string, org: string) {
  const [row] = await owner<{ count: number; hash: string; sample: string }[]>`
    select count(*)::int as count, md5(string_agg(t::text, '|' order by t::text)) as hash, min(to_jsonb(t)::text) as sample
    from ${owner(table)} t where org_id = ${org}`;
  return { count: row?.count ?? 0, hash: row?.hash ?? '', sample: row?.sample ?? '' };
}
