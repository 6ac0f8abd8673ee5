import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { archiveCustomer } from '@/db/commands/archive-customer';
import { createApiKey } from '@/db/commands/create-api-key';
import { createBeneficiary } from '@/db/commands/create-beneficiary';
import { mergeCustomer } from '@/db/commands/merge-customer';
import { openDispute } from '@/db/commands/open-dispute';
import { recordPromise } from '@/db/commands/record-promise';
import { replaceContacts } from '@/db/commands/replace-contacts';
import { undoMerge } from '@/db/commands/undo-merge';
import { updateCustomer } from '@/db/commands/update-customer';
import { keyInForce } from '@/db/queries/api-keys';
import { customerBalances } from '@/db/queries/customer-balances';
import { customerTimeline } from '@/db/queries/customer-timeline';
import { customerById } from '@/db/queries/customers';
import { movableItems } from '@/db/queries/mergeable';
import { mergedInto, mergeOf } from '@/db/queries/merges';
import { promiseList } from '@/db/queries/promises';
import { withScope } from '@/db/scope';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../world';

type World = Awaited<ReturnType<typeof createWorld>>;
const ON = day('2026-04-01');
const RULE = { basis: 'due', bounds: DEFAULT_BOUNDS } as const;
const merge = (w: World, customerId: string, intoId: string) =>
  w.write((tx) => mergeCustomer(tx, w.admin, { customerId, intoId, on: ON }));
const undo = (w: World, customerId: string) =>
  w.write((tx) => undoMerge(tx, w.admin, { customerId, on: day('2026-04-02') }));
const balances = (w: World, id: string, asOf = '2026-04-01') =>
  w.read((tx) => customerBalances(tx, id, { asOf: day(asOf), knownAt: null }, RULE));
const openOf = (w: World, customerId: string, asOf = '2026-04-01') => w.openAt(asOf, { customerId });

/** Acme is there twice: the second one owes in two currencies, in part, and has money on account. */
async function twice() {
  const w = await createWorld();
  const again = await w.addCustomer('ACME Inc');
  await w.invoice(10_000, '2026-02-10', { customerId: again, number: 'A-1' });
  await w.pay(4_000, '2026-02-12', { customerId: again });
  await w.invoice(2_500, '2026-05-01', {
    customerId: again,
    number: 'A-2',
    on: '2026-03-01',
    currency: 'EUR',
  });
  await w.invoice(700, '2026-03-01', { customerId: again, number: 'A-3' });
  await w.pay(1_150, '2026-03-12', { customerId: again, apply: 'none' });
  await w.invoice(5_000, '2026-03-15', { number: 'B-1' });
  return { ...w, again };
}

test('what the one owes goes on at the other, as late as it was, and its history stays where it was', async () => {
  const w = await twice();
  const before = await balances(w, w.again);
  const own = await balances(w, w.customerId);
  const past = await balances(w, w.again, '2026-03-31');
  expect(await merge(w, w.again, w.customerId)).toMatchObject({ movedCount: 4 });
  expect(await balances(w, w.again)).toEqual([]);
  const after = await balances(w, w.customerId);
  for (const currency of ['USD', 'EUR']) {
    const [was, had, is] = [before, own, after].map((all) => all.find((each) => each.currency === currency));
    expect(is?.totalMinor).toBe((was?.totalMinor ?? 0) + (had?.totalMinor ?? 0));
    expect(is?.creditsMinor).toBe((was?.creditsMinor ?? 0) + (had?.creditsMinor ?? 0));
    expect(is?.bucketsMinor).toEqual(
      (was?.bucketsMinor ?? []).map((amount, i) => amount + (had?.bucketsMinor[i] ?? 0)),
    );
  }
  expect(await balances(w, w.again, '2026-03-31')).toEqual(past);
  expect(await w.read((tx) => customerById(tx, w.again))).toMatchObject({ archivedAt: expect.any(Date) });
  expect(await w.read((tx) => mergeOf(tx, w.again))).toMatchObject({ into: 'Acme', mergedOn: ON });
  expect(await w.read((tx) => mergedInto(tx, w.customerId))).toEqual([{ id: w.again, name: 'ACME Inc' }]);
  for (const id of [w.again, w.customerId]) {
    const page = { timeZone: 'UTC', after: null };
    const { entries } = await w.read((tx) => customerTimeline(tx, id, page));
    expect(entries.filter((entry) => entry.type === 'deed' && entry.verb === 'customer_merged')).toHaveLength(
      1,
    );
  }
});

test('people, beneficiaries, children and promises that are waited for go along', async () => {
  const w = await twice();
  const child = await w.addCustomer('Child');
  await w.write(async (tx) => {
    const dana = { name: 'Dana', email: 'dana@acme.example' };
    await replaceContacts(tx, w.admin, { customerId: w.customerId, people: [dana] });
    await replaceContacts(tx, w.admin, {
      customerId: w.again,
      people: [{ ...dana, name: 'DANA' }, { name: 'Abe' }],
    });
    await createBeneficiary(tx, w.admin, { customerId: w.again, name: 'Pia' });
    await updateCustomer(tx, w.admin, { customerId: child, parentId: w.again });
    await recordPromise(tx, w.admin, {
      customerId: w.again,
      currency: 'USD',
      amountMinor: toMinor(500),
      promisedOn: day('2026-03-30'),
      promisedFor: day('2026-04-05'),
    });
  });
  await merge(w, w.again, w.customerId);
  const acme = await w.read((tx) => customerById(tx, w.customerId));
  expect(acme?.contacts.map(({ name }) => name)).toEqual(['Abe', 'Dana']);
  expect((await w.read((tx) => customerById(tx, child)))?.parent?.id).toBe(w.customerId);
  const promises = (id: string) =>
    w.read((tx) => promiseList(tx, ON, { customerId: id }, { limit: 9, offset: 0 }));
  expect(await promises(w.again)).toMatchObject([{ status: 'cancelled' }]);
  expect(await promises(w.customerId)).toMatchObject([
    { status: 'active', amountMinor: 500, promisedOn: '2026-03-30', promisedFor: '2026-04-05' },
  ]);
});

test('a merge is taken back: what was open is open again, and money that came meanwhile waits where it came', async () => {
  const w = await twice();
  const before = await openOf(w, w.again);
  await merge(w, w.again, w.customerId);
  await w.pay(6_000, '2026-04-01', { apply: 'oldest' });
  await undo(w, w.again);
  expect(await openOf(w, w.again, '2026-04-02')).toEqual(before);
  const usd = (await balances(w, w.customerId, '2026-04-02')).find(({ currency }) => currency === 'USD');
  expect(usd?.totalMinor).toBe(5_000 - 6_000);
  expect(await w.read((tx) => mergeOf(tx, w.again))).toBeNull();
  expect((await w.read((tx) => customerById(tx, w.again)))?.archivedAt).toBeNull();
  expect(await refusalOf(undo(w, w.again))).toBe('already_undone');
  await merge(w, w.again, w.customerId);
  expect(await balances(w, w.again, '2026-04-02')).toEqual([]);
});

test('what cannot be merged is refused in words, and nothing moves', async () => {
  const w = await twice();
  expect(await refusalOf(merge(w, w.again, w.again))).toBe('invalid');
  await w.write((tx) => updateCustomer(tx, w.admin, { customerId: w.customerId, parentId: w.again }));
  expect(await refusalOf(merge(w, w.again, w.customerId))).toBe('customer_mismatch');
  await w.write((tx) => updateCustomer(tx, w.admin, { customerId: w.customerId, parentId: null }));
  const quiet = await w.addCustomer('Quiet');
  await w.write((tx) => archiveCustomer(tx, w.admin, { customerId: quiet }));
  expect(await refusalOf(merge(w, w.again, quiet))).toBe('customer_archived');
  const { documentId } = await w.invoice(900, '2026-03-01', { customerId: w.again });
  await w.write((tx) =>
    openDispute(tx, w.admin, {
      documentId,
      amountMinor: toMinor(900),
      reason: 'Broken',
      openedOn: day('2026-03-02'),
    }),
  );
  const open = await openOf(w, w.again);
  expect(await refusalOf(merge(w, w.again, w.customerId))).toBe('invalid');
  expect(await openOf(w, w.again)).toEqual(open);
  const stranger = await createWorld();
  expect(await refusalOf(merge(w, w.again, stranger.customerId))).toBe('not_found');
  expect(await refusalOf(merge(stranger, w.again, stranger.customerId))).toBe('not_found');
});

test('two who merge each other into the other at once: one is told that it is too late', async () => {
  const w = await twice();
  const outcomes = await Promise.allSettled([
    merge(w, w.again, w.customerId),
    merge(w, w.customerId, w.again),
    merge(w, w.again, w.customerId),
  ]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'customer_archived' });
  const all = await Promise.all([w.again, w.customerId].map((id) => balances(w, id)));
  const usd = all.flat().filter(({ currency }) => currency === 'USD');
  expect(usd.map(({ totalMinor }) => totalMinor)).toEqual([10_000 - 4_000 + 700 - 1_150 + 5_000]);
});

test('payments on their way, known payers and any number of promises go on at the other', async () => {
  const w = await twice();
  const before = await w.read((tx) => movableItems(tx, w.again, 10));
  const item = before.find(({ number }) => number === 'A-3')!;
  const intentId = randomUUID();
  await owner`insert into payment_intents (id, org_id, customer_id, currency, amount_minor, credit_minor, provider, reference, recorded_at)
    values (${intentId}, ${w.org.id}, ${w.again}, 'USD', 700, 0, 'transfer', 'ACME-7', now())`;
  await owner`insert into payment_intent_parts (org_id, intent_id, customer_id, currency, item_id, amount_minor)
    values (${w.org.id}, ${intentId}, ${w.again}, 'USD', ${item.itemId}, 700)`;
  await w.write(async (tx) => {
    for (let i = 0; i < 205; i += 1)
      await recordPromise(tx, w.admin, {
        customerId: w.again,
        currency: 'USD',
        amountMinor: toMinor(1 + i),
        promisedFor: day('2026-04-20'),
        promisedOn: day('2026-03-20'),
      });
  });
  await merge(w, w.again, w.customerId);
  const promised = await w.read((tx) =>
    promiseList(tx, ON, { customerId: w.customerId }, { limit: 500, offset: 0 }),
  );
  expect(promised.filter(({ status }) => status === 'active')).toHaveLength(205);
  const left = await w.read((tx) => promiseList(tx, ON, { customerId: w.again }, { limit: 500, offset: 0 }));
  expect(left.filter(({ status }) => status === 'active')).toEqual([]);
  const [intent] =
    await owner`select i.customer_id, p.amount_minor::int as amount, o.customer_id as owes, o.open_minor::int as open
    from payment_intents i join payment_intent_parts p on p.intent_id = i.id join open_items o on o.id = p.item_id
    where i.id = ${intentId}`;
  expect({ ...intent }).toEqual({ customer_id: w.customerId, amount: 700, owes: w.customerId, open: 700 });
});

test('a key of the one reads the account of the other from then on, and its own again when that is undone', async () => {
  const w = await createWorld();
  const [again, third] = [await w.addCustomer('ACME Inc'), await w.addCustomer('Acme Group')];
  const make = (role: 'customer' | 'manager', customerId?: string) =>
    w.write((tx) => createApiKey(tx, w.admin, { name: 'Shop', role, ...(customerId ? { customerId } : {}) }));
  const [mine, business] = [await make('customer', again), await make('manager')];
  const readsOf = async (key: string) =>
    (await withScope({ kind: 'auth' }, 'read', (tx) => keyInForce(tx, key)))?.actor;
  await merge(w, again, w.customerId);
  expect(await readsOf(mine.key)).toMatchObject({ kind: 'customer', customerId: w.customerId });
  expect(await readsOf(business.key)).toMatchObject({ kind: 'staff' });
  await undo(w, again);
  expect(await readsOf(mine.key)).toMatchObject({ kind: 'customer', customerId: again });
  // What went on to a third customer stays there, as logins do.
  await merge(w, again, w.customerId);
  await merge(w, w.customerId, third);
  await undo(w, again);
  expect(await readsOf(mine.key)).toMatchObject({ customerId: third });
  const moves = await owner`select before->>'customer' as "from", after->>'customer' as "into" from activity
    where org_id = ${w.org.id} and verb = 'api_key_moved' order by sequence`;
  expect(moves.map((row) => [row.from, row.into])).toEqual([
    ['ACME Inc', 'Acme'],
    ['Acme', 'ACME Inc'],
    ['ACME Inc', 'Acme'],
    ['Acme', 'Acme Group'],
  ]);
});
