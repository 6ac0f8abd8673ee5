import { expect, test } from 'vitest';
import { updateCustomer } from '@/db/commands/update-customer';
import { type CustomerFacts, updateDrawnCustomer } from '@/db/commands/update-drawn-customer';
import { customerById } from '@/db/queries/customers';
import { toMinor } from '@/lib/domain/money';
import { createWorld, refusalOf } from '../world';
import type { World } from './report-at';

const shown = async (w: World): Promise<CustomerFacts> => {
  const customer = await w.read((tx) => customerById(tx, w.customerId));
  if (!customer) throw new Error('no such customer');
  return { ...customer, tags: [...customer.tags], parentId: customer.parent?.id ?? null };
};
const send = (w: World, drawn: CustomerFacts, changes: Partial<CustomerFacts>, told = '') =>
  w.write((tx) =>
    updateDrawnCustomer(tx, w.admin, {
      customerId: w.customerId,
      drawn,
      typed: { ...drawn, ...changes },
      told,
    }),
  );
const sentenceOf = async (sent: Promise<unknown>) => sent.then(String, (error: Error) => error.message);

test('two forms that were drawn alike and change different facts both keep what they changed', async () => {
  const w = await createWorld();
  const drawn = await shown(w);
  await send(w, drawn, { phone: '+1 555 0100', creditLimitMinor: toMinor(500_000), tags: ['vip'] });
  const { changed } = await send(w, drawn, { address: '1 Quay Street' });
  expect(changed).toEqual(['address']);
  expect(await shown(w)).toMatchObject({
    phone: '+1 555 0100',
    creditLimitMinor: 500_000,
    tags: ['vip'],
    address: '1 Quay Street',
  });
});

test('what both changed is refused by its name with what it is now, and goes in once that was told', async () => {
  const w = await createWorld();
  const beta = await w.addCustomer('Beta', 'B');
  const drawn = await shown(w);
  await send(w, drawn, { phone: '+1 555 0100', termsDays: 45, parentId: beta });
  const mine = { phone: '+1 555 0199', termsDays: 60, parentId: null, owner: 'Priya' };
  expect(await refusalOf(send(w, drawn, mine))).toBe('changed_elsewhere');
  const told = await sentenceOf(send(w, drawn, mine));
  expect(told).toContain(
    'the days to pay is now 45 (Net 45), the phone is now “+1 555 0100”. Nothing was saved.',
  );
  expect(await shown(w)).toMatchObject({ phone: '+1 555 0100', owner: null });

  await send(w, await shown(w), { phone: '+1 555 0777' });
  expect(await sentenceOf(send(w, drawn, mine, told))).toContain('the phone is now “+1 555 0777”');
  await send(w, await shown(w), { phone: '+1 555 0100' });
  await send(w, drawn, mine, told);
  expect(await shown(w)).toMatchObject({ ...mine, parentId: beta });
});

test('what both changed to the same, and what only looks different when sent, is no quarrel', async () => {
  const w = await createWorld();
  await w.write((tx) =>
    updateCustomer(tx, w.admin, { customerId: w.customerId, address: '1 Quay\nPort ', notes: null }),
  );
  const drawn = await shown(w);
  await send(w, drawn, { email: 'ap@acme.example', address: '2 Quay' });
  const { changed } = await send(w, drawn, { email: 'ap@acme.example', address: '1 Quay\r\nPort' });
  expect(changed).toEqual([]);
  expect(await shown(w)).toMatchObject({ email: 'ap@acme.example', address: '2 Quay' });
});

test('a credit limit is not put into a currency that it was not typed in', async () => {
  const w = await createWorld();
  const drawn = await shown(w);
  await send(w, drawn, { creditLimitMinor: toMinor(500_000) });
  expect(await sentenceOf(send(w, drawn, { currency: 'EUR' }))).toContain(
    'the credit limit is now $5,000.00',
  );
  await send(w, await shown(w), { currency: 'EUR', creditLimitMinor: toMinor(500_000) });
  const late = send(
    w,
    { ...drawn, creditLimitMinor: toMinor(500_000) },
    { creditLimitMinor: toMinor(700_000) },
  );
  expect(await sentenceOf(late)).toContain('the currency is now “EUR”');
  expect(await shown(w)).toMatchObject({ currency: 'EUR', creditLimitMinor: 500_000 });
});

test('two forms sent at once: one of them is refused; a customer of another business is not there', async () => {
  const w = await createWorld();
  const drawn = await shown(w);
  const sent = await Promise.allSettled([send(w, drawn, { phone: '1' }), send(w, drawn, { phone: '2' })]);
  expect(sent.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const stranger = await createWorld();
  const theirs = { ...w, customerId: stranger.customerId };
  expect(await refusalOf(send(theirs, drawn, { phone: '3' }))).toBe('not_found');
});
