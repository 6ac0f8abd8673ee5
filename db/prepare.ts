import { createHmac } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any number that other programs on the same server do not lock: two starts at once migrate one after the other. */
const MIGRATION_LOCK = 4_386_001;

/** What nobody waits for any more ends within a second; servers on Windows cannot tell. */
const END_WITH_CLIENT = `do $$ begin if version() ~* 'linux|darwin|apple|bsd' then
  alter role dueline_app set client_connection_check_interval = 1000; end if; end $$`;

/**
 * Makes a database ready for the application: migrates it as its owner, lets the application's own login role in,
 * and refuses a server that could lose or leak data. Safe to run from several processes at once.
 * @returns the address under which the application signs in: not the owner, no superuser, bound by row-level security.
 * @throws Error with one sentence for people when the server cannot be used.
 */
export async function prepareDatabase(ownerUrl: string): Promise<{ appUrl: string }> {
  const ca = process.env.DATABASE_CA;
  const owner = postgres(ownerUrl, {
    max: 1,
    connect_timeout: 3,
    onnotice() {},
    ...(ca ? { ssl: { ca } } : {}),
  });
  try {
    await assertDurable(owner);
    await owner`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(owner), { migrationsFolder: MIGRATIONS });
    const appUrl = new URL(ownerUrl);
    appUrl.username = 'dueline_app';
    appUrl.password = appPassword(ownerUrl);
    await owner.unsafe(`alter role dueline_app login noinherit password '${appUrl.password}'`);
    await owner.unsafe(END_WITH_CLIENT);
    await owner.unsafe(`grant connect on database ${JSON.stringify(databaseName(ownerUrl))} to dueline_app`);
    await assertBound(owner);
    return { appUrl: appUrl.href };
  } finally {
    await owner.end({ timeout: 5 });
  }
}

/**
 * The application role's password, derived from the owner's so that several machines agree without sharing a
 * file. One way: who knows it does not know the owner's.
 */
function appPassword(ownerUrl: string): string {
  const secret = decodeURIComponent(new URL(ownerUrl).password) || 'no password';
  return createHmac('sha256', secret).update('dueline_app').digest('hex');
}

function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

async function assertDurable(sql: postgres.Sql): Promise<void> {
  const rows = await sql<{ name: string; setting: string }[]>`
    select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')`;
  const off = rows.filter((row) => row.setting === 'off').map((row) => row.name);
  if (off.length > 0)
    throw new Error(
      `This PostgreSQL server runs with ${off.join(' and ')} off and could lose payments: turn it on.`,
    );
}

async function assertBound(sql: postgres.Sql): Promise<void> {
  const [role] = await sql<{ free: boolean; owned: number }[]>`
    select rolsuper or rolbypassrls or rolinherit as free,
      (select count(*)::int from pg_class where relowner = r.oid) as owned
    from pg_roles r where rolname = 'dueline_app'`;
  if (!role || role.free || role.owned > 0)
    throw new Error('The role dueline_app must own nothing and must not be superuser, BYPASSRLS or INHERIT.');
}
