import { expect, test } from 'vitest';
import { callerOfAuthorization } from '@/app/_auth/api-key';
import { createApiKey } from '@/db/commands/create-api-key';
import { createCustomer } from '@/db/commands/create-customer';
import { revokeApiKey } from '@/db/commands/revoke-api-key';
import { rotateApiKey } from '@/db/commands/rotate-api-key';
import { apiKeyList } from '@/db/queries/api-keys';
import { withScope } from '@/db/scope';
import { TooMany } from '@/lib/too-many';
import { owner } from '../../world';
import { answerOf, newAdmin } from './people';

const actorOfAuthorization = async (header: string | null) =>
  (await callerOfAuthorization(header))?.actor ?? null;

async function withKey(role: 'admin' | 'manager' = 'manager') {
  const ada = await newAdmin();
  const made = await withScope(ada.actor, 'write', (tx) =>
    createApiKey(tx, ada.actor, { name: 'Till', role }),
  );
  const revoke = (id = made.id, actor = ada.actor) =>
    withScope(actor, 'write', (tx) => revokeApiKey(tx, actor, { id }));
  return { ada, ...made, revoke };
}

test('a key speaks for its organization, with its role, and for no person', async () => {
  const { ada, key } = await withKey();
  expect(key).toMatch(/^dl_[\w-]{43}$/);
  expect(await actorOfAuthorization(`Bearer ${key}`)).toEqual({
    kind: 'staff',
    role: 'manager',
    userId: null,
    name: 'Till',
    org: ada.actor.org,
  });
});

test("a customer's key speaks for that customer, and is made for one of the own organization alone", async () => {
  const [ada, eve] = [await newAdmin(), await newAdmin()];
  const make = (who: typeof ada, role: 'manager' | 'customer', customerId?: string) =>
    withScope(who.actor, 'write', (tx) =>
      createApiKey(tx, who.actor, { name: 'Shop', role, ...(customerId ? { customerId } : {}) }),
    );
  const { customerId } = await withScope(ada.actor, 'write', (tx) =>
    createCustomer(tx, ada.actor, { name: 'Acme', code: null }),
  );
  const { key } = await make(ada, 'customer', customerId);
  expect(await actorOfAuthorization(`Bearer ${key}`)).toEqual({
    kind: 'customer',
    role: 'customer',
    customerId,
    userId: null,
    name: 'Shop',
    org: ada.actor.org,
  });
  expect(await answerOf(make(ada, 'customer'))).toMatchObject({ code: 'invalid', field: 'customer' });
  expect(await answerOf(make(ada, 'manager', customerId))).toMatchObject({ code: 'invalid' });
  expect(await answerOf(make(eve, 'customer', customerId))).toMatchObject({ code: 'not_found' });
  const rows =
    await owner`select role from api_keys where org_id in (${ada.actor.org.id}, ${eve.actor.org.id})`;
  expect(rows).toEqual([{ role: 'customer' }]);
});

test('a revoked key is refused on the next request, and can be revoked once', async () => {
  const { key, revoke } = await withKey();
  await revoke();
  expect(await actorOfAuthorization(`Bearer ${key}`)).toBeNull();
  expect(await answerOf(revoke())).toMatchObject({ code: 'not_found' });
});

test('nobody revokes a key of another organization', async () => {
  const [mine, theirs] = [await withKey(), await withKey()];
  expect(await answerOf(mine.revoke(theirs.id))).toMatchObject({ code: 'not_found' });
  expect(await actorOfAuthorization(`Bearer ${theirs.key}`)).not.toBeNull();
});

test('what is not exactly a key is none', async () => {
  const { key } = await withKey();
  for (const header of [
    null,
    '',
    key,
    `Basic ${key}`,
    `Bearer ${key}x`,
    `Bearer ${key.slice(0, -1)}`,
    'Bearer dl_',
  ])
    expect(await actorOfAuthorization(header)).toBeNull();
});

test('only the hash of a key is stored, and staff cannot read even that', async () => {
  const { ada, id, key } = await withKey();
  const [row] = await owner`select * from api_keys where id = ${id}`;
  expect(JSON.stringify(row)).not.toContain(key);
  expect(row?.prefix).toBe(key.slice(0, 9));
  const read = withScope(ada.actor, 'read', (tx) => tx.execute('select key_hash from api_keys'));
  await expect(read).rejects.toThrow();
});

test('a key that was made for some days works no longer, and says when it was used last', async () => {
  const ada = await newAdmin();
  const make = (days: number) =>
    withScope(ada.actor, 'write', (tx) =>
      createApiKey(tx, ada.actor, {
        name: `${days} days`,
        role: 'manager',
        expiresAt: new Date(Date.now() + days * 86_400_000),
      }),
    );
  const [short, long] = [await make(1), await make(90)];
  await owner`update api_keys set created_at = now() - interval '2 days', expires_at = now() - interval '1 s' where id = ${short.id}`;
  expect(await actorOfAuthorization(`Bearer ${short.key}`)).toBeNull();
  expect(await actorOfAuthorization(`Bearer ${long.key}`)).not.toBeNull();
  const keys = await withScope(ada.actor, 'read', apiKeyList);
  expect(keys.map(({ name, lastUsedAt }) => [name, lastUsedAt !== null])).toEqual([
    ['90 days', true],
    ['1 days', false],
  ]);
});

test('a new key takes the place of another, which works until the overlap is over', async () => {
  const { ada, id, key } = await withKey();
  const eve = await newAdmin();
  const rotate = (actor: typeof ada.actor, of: string, overlapHours: number) =>
    withScope(actor, 'write', (tx) => rotateApiKey(tx, actor, { id: of, overlapHours }));
  expect(await answerOf(rotate(eve.actor, id, 24))).toMatchObject({ code: 'not_found' });
  const second = await rotate(ada.actor, id, 24);
  for (const each of [key, second.key])
    expect(await actorOfAuthorization(`Bearer ${each}`)).toMatchObject({ role: 'manager', name: 'Till' });
  const third = await rotate(ada.actor, second.id, 0);
  expect(await actorOfAuthorization(`Bearer ${second.key}`)).toBeNull();
  expect(await actorOfAuthorization(`Bearer ${third.key}`)).not.toBeNull();
  expect(await answerOf(rotate(ada.actor, second.id, 0))).toMatchObject({ code: 'not_found' });
});

test('a key may ask so often in a minute, whoever counts, and is told when it may ask again', async () => {
  const ada = await newAdmin();
  const { id, key } = await withScope(ada.actor, 'write', (tx) =>
    createApiKey(tx, ada.actor, { name: 'Eager', role: 'manager', callsPerMinute: 20 }),
  );
  const asked = await Promise.allSettled(
    Array.from({ length: 60 }, () => callerOfAuthorization(`Bearer ${key}`)),
  );
  const admitted = asked.filter((each) => each.status === 'fulfilled');
  const began = admitted.length;
  // Three seconds give one back.
  expect(began).toBeGreaterThanOrEqual(20);
  expect(began).toBeLessThanOrEqual(22);
  const refused = asked.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  expect(refused.every((reason) => reason instanceof TooMany && reason.retryAfterSeconds <= 3)).toBe(true);
  await owner`update api_keys set busy_until = busy_until - interval '30 s' where id = ${id}`;
  const caller = await callerOfAuthorization(`Bearer ${key}`);
  expect(caller).toMatchObject({ perMinute: 20 });
  expect(caller?.remaining).toBeGreaterThanOrEqual(8);
  expect(caller?.remaining).toBeLessThanOrEqual(12);
});
