import { expect, test } from 'vitest';
import { addOwnContact, removeOwnContact } from '@/db/commands/own-contacts';
import { updateOwnFacts } from '@/db/commands/update-own-facts';
import { createWorld, owner } from '../../world';

const told = (orgId: string) =>
  owner<{ to: string; language: string; changes: string[] }[]>`
    select to_address as to, language, params->'changes' as changes from mails where org_id = ${orgId} order by created_at`;

test('the address that a customer is written to hears when a person of it names another, and others to write to', async () => {
  const w = await createWorld();
  const person = w.customer();
  const change = (email: string | null, phone: string | null = null) =>
    w.write((tx) => updateOwnFacts(tx, person, { email, phone, address: null }), person);
  await owner`update customers set language = 'de' where id = ${w.customerId}`;
  await change('old@example.com');
  expect(await told(w.org.id)).toHaveLength(0);
  await change('old@example.com', '555 0100');
  expect(await told(w.org.id)).toHaveLength(0);
  await change('new@example.com');
  const first = { to: 'old@example.com', language: 'de', changes: ['contacts'] };
  expect([...(await told(w.org.id))]).toEqual([first]);
  await w.write((tx) => addOwnContact(tx, person, { name: 'Bo', email: 'bo@example.com' }), person);
  const [bo] = await owner`select id from contacts where customer_id = ${w.customerId}`;
  await w.write((tx) => removeOwnContact(tx, person, bo?.id), person);
  const later = { ...first, to: 'new@example.com' };
  expect([...(await told(w.org.id))]).toEqual([first, later, later]);
});
