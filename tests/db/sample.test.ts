import { randomUUID } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { beforeAll, expect, test } from 'vitest';
import { createSample } from '@/db/commands/create-sample';
import { openSession } from '@/db/commands/open-session';
import { removeSample } from '@/db/commands/remove-sample';
import { agingReport } from '@/db/queries/aging';
import { serviceCount } from '@/db/queries/catalogue';
import { openItemRows } from '@/db/queries/open-items';
import { recurringCount } from '@/db/queries/recurring-invoices';
import { sampleLogins } from '@/db/queries/sample';
import { liveSession } from '@/db/queries/sessions';
import { slippingCustomers } from '@/db/queries/slipping';
import { tieOut } from '@/db/queries/tie-out';
import { accountByEmail } from '@/db/queries/users';
import { standingInvariants } from '@/db/queries/verify';
import { withScope } from '@/db/scope';
import type { CustomerActor, StaffActor } from '@/lib/actor';
import { addMonths, todayIn } from '@/lib/domain/dates';
import { readAgingFilters } from '@/lib/filters';
import { createWorld, owner, refusalOf } from '../world';
import { byHand, fullWorld } from './every-row';

process.env.AUTH_SECRET ??= 'a secret of the tests, long enough';
const SAMPLE_NAME = 'Alder & Finch';
const TODAY = todayIn('America/New_York');
const AUTH = { kind: 'auth' } as const;

const tenantTables = (
  await owner<{ name: string }[]>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`
).map(({ name }) => name);

/** Somebody of the sample, found as a browser that signed in would be. */
async function person(role: 'admin' | 'manager' | 'customer') {
  const { logins } = (await sampleLogins()) ?? { logins: [] };
  const login = logins.find((each) => each.role === role);
  const account = await withScope(AUTH, 'read', (tx) => accountByEmail(tx, login?.email ?? ''));
  if (!login || !account) throw new Error(`no ${role}`);
  const { sessionId } = await withScope({ kind: 'auth', org: { id: account.orgId } }, 'write', (tx) =>
    openSession(tx, account, { ip: null, userAgent: null }),
  );
  const session = await withScope(AUTH, 'read', (tx) => liveSession(tx, sessionId));
  if (!session) throw new Error('no session');
  return { login, account, actor: session.actor };
}

async function rowsOf(orgId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tenantTables) {
    const [row] = await owner<[{ n: number }]>`
      select count(*)::int as n from ${owner(table)} where org_id = ${orgId}`;
    counts[table] = row.n;
  }
  return counts;
}

/** Every row of an organization, and of its people, as one text. */
async function fingerprintOf(orgId: string): Promise<string> {
  const parts: string[] = [];
  for (const table of tenantTables) {
    const rows = await owner<{ row: string }[]>`
      select t::text as row from ${owner(table)} t where org_id = ${orgId} order by 1`;
    parts.push(table, ...rows.map(({ row }) => row));
  }
  const users = await owner<{ row: string }[]>`
    select u::text as row from users u join memberships m on m.user_id = u.id where m.org_id = ${orgId} order by 1`;
  const orgs = await owner<{ row: string }[]>`select o::text as row from organizations o where id = ${orgId}`;
  return [...parts, ...users.map(({ row }) => row), ...orgs.map(({ row }) => row)].join('\n');
}

/** Tables that the sample itself leaves empty, because people fill them when they work. */
async function fillTheRest(orgId: string): Promise<void> {
  const papers = await owner<{ customerId: string; documentId: string }[]>`
    select customer_id as "customerId", (array_agg(id))[1] as "documentId" from documents
    where org_id = ${orgId} and kind = 'invoice' and currency = 'USD' group by 1 limit 2`;
  await byHand(orgId, papers);
}

async function remove(): Promise<string> {
  const { actor } = await person('admin');
  await withScope(actor, 'write', (tx) => removeSample(tx, actor as StaffActor));
  return actor.org.id;
}

/**
 * Removes what a run that was broken off left behind, whatever state it is in: by the owner, as nobody may be able to sign in.
 * Sample worlds of other tests, which may be at work, have another name.
 */
async function removeLeftovers(): Promise<void> {
  const left = await owner<{ id: string }[]>`
    select id from organizations where is_sample and name = ${SAMPLE_NAME}`;
  for (const { id } of left)
    await owner.begin(async (sql) => {
      await sql`select set_config('app.org_id', ${id}, true)`;
      await sql`select app.remove_sample()`;
    });
}

beforeAll(removeLeftovers);

test('whoever asks at the same moment gets the same three logins, and they open', async () => {
  expect(await sampleLogins()).toBeNull();
  const answers = await Promise.all([createSample(), createSample(), createSample()]);
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  expect(await createSample()).toEqual(answers[0]);
  expect(await sampleLogins()).toEqual(answers[0]);
  for (const role of ['admin', 'manager', 'customer'] as const) {
    const { login, account, actor } = await person(role);
    expect(login.password).toHaveLength(12);
    expect(await verify(account.passwordHash, login.password)).toBe(true);
    expect(actor.role).toBe(role);
    expect(actor.org).toMatchObject({ name: SAMPLE_NAME, currency: 'USD', isSample: true });
  }
  const [count] = await owner`
    select count(*)::int as n from organizations o where is_sample and name = ${SAMPLE_NAME} and exists (
      select from documents d where d.org_id = o.id)`;
  expect(count).toEqual({ n: 1 });
});

test('its books hold every standing invariant and tie out to the cent in each currency, on any day', async () => {
  const { actor } = await person('admin');
  await withScope(actor, 'read', async (tx) => {
    const results = await standingInvariants(tx);
    expect(results.filter(({ broken }) => broken > 0)).toEqual([]);
    for (const currency of ['USD', 'EUR'])
      for (const months of [0, -1, -6, -12]) {
        const tie = await tieOut(tx, { asOf: addMonths(TODAY, months), knownAt: null }, currency);
        expect(tie.differenceMinor).toBe(0);
        expect(tie.documentsMinor).toBeGreaterThan(0);
      }
  });
});

test('its desk has a catalogue, what repeats, and bank lines that wait, some of them matched exactly', async () => {
  const { actor } = await person('admin');
  const { services, recurring } = await withScope(actor, 'read', async (tx) => ({
    services: await serviceCount(tx, { isActive: true }),
    recurring: await recurringCount(tx, { state: { is: 'active', today: TODAY } }),
  }));
  expect([services, recurring]).toEqual([14, 2]);
  const lines = await owner`select proposal ->> 'confidence' as confidence from bank_lines l
    where org_id = ${actor.org.id} and not exists (select from bank_decisions d where d.line_id = l.id)`;
  expect(lines.length).toBeGreaterThanOrEqual(6);
  expect(lines.filter(({ confidence }) => confidence === 'exact').length).toBeGreaterThanOrEqual(3);
});

test('its aging is that of a usual month: most of it not due yet, some in every bucket', async () => {
  const { actor } = await person('manager');
  const { filters } = readAgingFilters({}, actor.org, TODAY);
  const { totals, bucketCounts, customerCount } = await withScope(actor, 'read', (tx) =>
    agingReport(tx, filters),
  );
  const [current = 0, ...late] = totals.bucketsMinor;
  expect(current).toBeGreaterThan(late.reduce((sum, amount) => sum + amount, 0) * 0.8);
  expect(late.every((amount) => amount > 0)).toBe(true);
  expect(totals.creditsMinor).toBeLessThan(0);
  expect(bucketCounts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(150);
  expect(customerCount).toBeGreaterThan(40);
});

test('two of its customers leave their habit before they are late, and are told first', async () => {
  const { actor } = await person('manager');
  const slipping = await withScope(actor, 'read', (tx) =>
    slippingCustomers(tx, { asOf: TODAY, currency: 'USD', owner: null, tag: null }),
  );
  expect(slipping.length).toBeGreaterThanOrEqual(2);
  for (const { latelyDays, beforeDays, openMinor, dueOn } of slipping) {
    expect(latelyDays - beforeDays).toBeGreaterThanOrEqual(5);
    expect(openMinor).toBeGreaterThan(0);
    expect(dueOn >= TODAY).toBe(true);
  }
});

test('its customer sees a balance of its own, partly late, and nobody else', async () => {
  const { actor } = await person('customer');
  const { customerId, org } = actor as CustomerActor;
  const moment = { asOf: TODAY, knownAt: null };
  const items = await withScope(actor, 'read', (tx) =>
    openItemRows(tx, moment, { basis: 'due', bounds: org.bounds }, {}),
  );
  expect(items.length).toBeGreaterThan(2);
  expect(new Set(items.map((item) => item.customerId))).toEqual(new Set([customerId]));
  expect(items.some(({ days }) => days > 0)).toBe(true);
  expect(items.some(({ days }) => days < 0)).toBe(true);
});

test('a login whose password was changed is no longer told', async () => {
  const { account } = await person('manager');
  await owner`update users set password_version = 2 where id = ${account.userId}`;
  expect((await sampleLogins())?.logins.map(({ role }) => role)).toEqual(['admin', 'customer']);
  await owner`update users set password_version = 1 where id = ${account.userId}`;
});

test('the books of a real business are refused, by the command and by the database', async () => {
  const world = await createWorld();
  expect(await refusalOf(world.write((tx) => removeSample(tx, world.admin)))).toBe('not_sample');
  const liar = { ...world.admin, org: { ...world.org, isSample: true } };
  await expect(world.write((tx) => removeSample(tx, liar))).rejects.toThrow();
  expect(await world.openAt('2026-01-01')).toEqual({});
});

test('a manager cannot remove the sample', async () => {
  const { actor } = await person('manager');
  await expect(withScope(actor, 'write', (tx) => removeSample(tx, actor as StaffActor))).rejects.toThrow();
  expect(await sampleLogins()).not.toBeNull();
});

test('removing leaves no row of it in any table, nor of its people, and every other row as it was', async () => {
  const other = await fullWorld();
  const before = await fingerprintOf(other.world.org.id);
  const { actor, account } = await person('admin');
  // Somebody who works for the sample and for a real business keeps the login.
  const both = randomUUID();
  await owner`insert into users ${owner({ id: both, email: `${both}@example.com`, name: 'Both', password_hash: 'x' })}`;
  for (const orgId of [actor.org.id, other.world.org.id])
    await owner`insert into memberships ${owner({ id: randomUUID(), org_id: orgId, user_id: both, role: 'admin' })}`;
  const withBoth = await fingerprintOf(other.world.org.id);
  expect(withBoth).not.toBe(before);
  await fillTheRest(actor.org.id);
  const people = await owner<
    { id: string }[]
  >`select user_id as id from memberships where org_id = ${actor.org.id}`;
  expect(Object.entries(await rowsOf(actor.org.id)).filter(([, count]) => count === 0)).toEqual([]);

  expect(await remove()).toBe(actor.org.id);

  expect(Object.entries(await rowsOf(actor.org.id)).filter(([, count]) => count > 0)).toEqual([]);
  expect(await owner`select id from organizations where id = ${actor.org.id}`).toHaveLength(0);
  const left = await owner<
    { id: string }[]
  >`select id from users where id in ${owner(people.map(({ id }) => id))}`;
  expect(left.map(({ id }) => id)).toEqual([both]);
  expect(await owner`select id from sessions where user_id = ${account.userId}`).toHaveLength(0);
  expect(await fingerprintOf(other.world.org.id)).toBe(withBoth);
  expect(await sampleLogins()).toBeNull();
});

test('what broke off is completed by asking again', async () => {
  const { logins } = await createSample();
  const { actor } = await person('customer');
  await owner`delete from sessions where user_id = ${actor.userId}`;
  await owner`delete from memberships where user_id = ${actor.userId}`;
  await owner`delete from users where id = ${actor.userId}`;
  expect(await sampleLogins()).toBeNull();
  expect(await createSample()).toEqual({ logins });
  await remove();
});
