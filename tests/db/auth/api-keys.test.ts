import { expect, test } from 'vitest';
import { actorOfAuthorization } from '@/app/_auth/api-key';
import { createApiKey } from '@/db/commands/create-api-key';
import { createCustomer } from '@/db/commands/create-customer';
import { revokeApiKey } from '@/db/commands/revoke-api-key';
import { withScope } from '@/db/scope';
import { owner } from '../../world';
import { answerOf, newAdmin } from './people';

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
