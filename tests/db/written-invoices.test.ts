import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { placeHold } from '@/db/commands/place-hold';
import { postWrittenInvoice } from '@/db/commands/post-written-invoice';
import { saveDraftInvoice } from '@/db/commands/save-draft-invoice';
import { billingAccount } from '@/db/queries/billing-account';
import { draftById } from '@/db/queries/draft-invoices';
import { nextNumber } from '@/db/queries/next-number';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../world';

type World = Awaited<ReturnType<typeof createWorld>>;

const LINE = { description: 'Beans', quantity: '1', unitPriceMinor: toMinor(10_000), taxPercent: '0' };
const save = (w: World, draftId: string, seenAt: Date | null, content = {}, actor = w.admin) =>
  w.write((tx) => saveDraftInvoice(tx, actor, { draftId, seenAt, customerId: w.customerId, content }), actor);
const post = (w: World, draftId: string, seenAt: Date | null, more: object = {}, useCredit = false) =>
  w.write((tx) =>
    postWrittenInvoice(tx, w.admin, {
      draftId,
      seenAt,
      useCredit,
      invoice: {
        customerId: w.customerId,
        invoiceDate: day('2026-03-01'),
        lines: [LINE],
        source: 'staff',
        ...more,
      },
    }),
  );
const numbers = async (w: World) =>
  (await owner`select number from documents where org_id = ${w.org.id} order by number`).map(
    (row) => row.number,
  );
const drafts = async (w: World) =>
  (await owner`select id from draft_invoices where org_id = ${w.org.id}`).map((row) => row.id);

test('a draft is saved under its own id again and again, and noted in the activity once', async () => {
  const w = await createWorld();
  const id = randomUUID();
  const first = await save(w, id, null, { number: 'A' });
  const second = await save(w, id, first.savedAt, { number: 'B' });
  expect(second.savedAt.getTime()).toBeGreaterThan(first.savedAt.getTime());
  expect(await w.read((tx) => draftById(tx, id))).toMatchObject({ content: { number: 'B' } });
  const deeds = await owner`select verb from activity where org_id = ${w.org.id} and object_id = ${id}`;
  expect(deeds.map((row) => row.verb)).toEqual(['draft_created']);
});

test('what another window saved is not written over, and the same save sent twice is harmless', async () => {
  const w = await createWorld();
  const id = randomUUID();
  const { savedAt } = await save(w, id, null, { number: 'A' });
  const newer = await save(w, id, savedAt, { number: 'B' });
  expect(await refusalOf(save(w, id, savedAt, { number: 'C' }))).toBe('changed_elsewhere');
  expect(await save(w, id, savedAt, { number: 'B' })).toEqual(newer);
  expect(await save(w, id, null, { number: 'B' })).toEqual(newer);
  expect(await refusalOf(save(w, id, null, { number: 'D' }))).toBe('changed_elsewhere');
  expect(await w.read((tx) => draftById(tx, id))).toMatchObject({ content: { number: 'B' } });
});

test('of two windows that save at once one wins, and the other is told', async () => {
  const w = await createWorld();
  const id = randomUUID();
  const { savedAt } = await save(w, id, null, {});
  const both = await Promise.allSettled([
    save(w, id, savedAt, { number: 'A' }),
    save(w, id, savedAt, { number: 'B' }),
  ]);
  expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('another business can neither save nor post a draft', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  const id = randomUUID();
  const { savedAt } = await save(w, id, null, { number: 'A' });
  const theirs = { draftId: id, seenAt: savedAt, customerId: null, content: {} };
  expect(await refusalOf(other.write((tx) => saveDraftInvoice(tx, other.admin, theirs)))).toBe('not_found');
  expect(await refusalOf(post(other, id, savedAt))).toBe('not_found');
  expect(await w.read((tx) => draftById(tx, id))).toMatchObject({ content: { number: 'A' } });
});

test('posting takes the draft away and the next number; saving late does not bring the draft back', async () => {
  const w = await createWorld();
  const id = randomUUID();
  expect(await w.read((tx) => nextNumber(tx, 'invoice'))).toBe('INV-00001');
  const { savedAt } = await save(w, id, null, {});
  expect(await post(w, id, savedAt)).toMatchObject({ documentId: id, number: 'INV-00001' });
  expect(await drafts(w)).toEqual([]);
  expect(await refusalOf(save(w, id, savedAt, { number: 'late' }))).toBe('already_posted');
  expect(await refusalOf(save(w, id, null, { number: 'late' }))).toBe('already_posted');
  expect(await refusalOf(post(w, id, savedAt))).toBe('already_posted');
  expect(await numbers(w)).toEqual(['INV-00001']);
  expect(await w.read((tx) => nextNumber(tx, 'invoice'))).toBe('INV-00002');
});

test('a first save and posting at the same moment leave the invoice and no draft, or refuse the posting', async () => {
  const w = await createWorld();
  for (let i = 0; i < 5; i += 1) {
    const id = randomUUID();
    const [saved, posted] = await Promise.allSettled([save(w, id, null, {}), post(w, id, null)]);
    expect(saved.status === 'fulfilled').not.toBe(posted.status === 'fulfilled');
    expect((await drafts(w)).includes(id)).toBe(saved.status === 'fulfilled');
  }
});

test('a draft that was changed or thrown away elsewhere is not posted, and a refused posting keeps it', async () => {
  const w = await createWorld();
  const id = randomUUID();
  const { savedAt } = await save(w, id, null, { number: 'A' });
  await save(w, id, savedAt, { number: 'B' });
  expect(await refusalOf(post(w, id, savedAt))).toBe('changed_elsewhere');
  const kept = await save(w, randomUUID(), null, {});
  await w.invoice(100, '2026-03-01', { number: 'X' });
  expect(await refusalOf(post(w, kept.draftId, kept.savedAt, { number: 'X' }))).toBe('duplicate_number');
  expect(await drafts(w)).toHaveLength(2);
  expect(await refusalOf(post(w, randomUUID(), savedAt))).toBe('not_found');
});

test('credit of the account settles the invoice only when it was asked for, as far as it reaches', async () => {
  const w = await createWorld();
  await w.pay(4_000, '2026-01-02', { apply: 'none' });
  await w.invoice(500, '2026-01-10', { number: 'OLD' });
  expect(await post(w, randomUUID(), null, { number: 'N' })).toMatchObject({ settledMinor: 0 });
  expect(await post(w, randomUUID(), null, { number: 'C' }, true)).toMatchObject({ settledMinor: 4_000 });
  expect(await w.openAt('2026-12-31')).toEqual({ OLD: 500, N: 10_000, C: 6_000 });
});

test('the account tells what is owed, late and unapplied in one currency, the limit, the hold and who can be named', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-01-10');
  await w.invoice(700, '2026-01-10', { currency: 'EUR' });
  await w.pay(3_000, '2026-01-02', { apply: 'none' });
  await w.write((tx) =>
    placeHold(tx, w.admin, {
      customerId: w.customerId,
      kind: 'credit',
      reason: 'Two cheques bounced',
      placedOn: day('2026-02-01'),
    }),
  );
  const at = (today: string, currency = 'USD') =>
    w.read((tx) => billingAccount(tx, { customerId: w.customerId, currency, today: day(today) }));
  expect(await at('2026-02-01')).toMatchObject({
    balanceMinor: 7_000,
    lateMinor: 10_000,
    creditMinor: 3_000,
    limitMinor: null,
    hold: 'Two cheques bounced',
    beneficiaries: [],
  });
  expect(await at('2026-01-10', 'EUR')).toMatchObject({
    balanceMinor: 700,
    lateMinor: 0,
    creditMinor: 0,
    hold: null,
  });
  expect(
    await w.read((tx) =>
      billingAccount(tx, { customerId: randomUUID(), currency: 'USD', today: day('2026-01-01') }),
    ),
  ).toBeNull();
});
