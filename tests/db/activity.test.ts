import { expect, test } from 'vitest';
import { applyCredit } from '@/db/commands/apply-credit';
import { recordActivity } from '@/db/commands/record-activity';
import { undoAllocation } from '@/db/commands/undo-allocations';
import {
  ACTIVITY_PAGE,
  activityBatches,
  activityCount,
  activityFacets,
  activityPage,
} from '@/db/queries/activity';
import { activityChain } from '@/db/queries/activity-chain';
import { openCredits, openDebits } from '@/db/queries/open-debits';
import type { ActivityFilters } from '@/lib/activity-filters';
import { activitySentence } from '@/lib/activity-words';
import { addDays, todayIn } from '@/lib/domain/dates';
import { createWorld, owner } from '../world';

type World = Awaited<ReturnType<typeof createWorld>>;
const ALL: ActivityFilters = {
  verb: null,
  actor: null,
  kind: null,
  q: '',
  from: null,
  to: null,
  before: null,
};

const page = (w: World, filters: Partial<ActivityFilters> = {}) =>
  w.read((tx) => activityPage(tx, { ...ALL, ...filters }, { timeZone: w.org.timeZone, limit: 50 }));

/** `count` entries by somebody without a user. */
const note = (w: World, verb: string, count = 1) =>
  w.write(async (tx) => {
    for (let i = 0; i < count; i++)
      await recordActivity(
        tx,
        { userId: null, name: 'Robot' },
        { verb, objectKind: 'organization', objectId: w.org.id, after: { i } },
      );
  });

test('what people did reads as sentences, newest first, with the documents behind them', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-02-01');
  await w.pay(25_000, '2026-02-03', { apply: 'none' });
  const [debit] = await w.read((tx) => openDebits(tx, w.customerId, 'USD'));
  const [credit] = await w.read((tx) => openCredits(tx, w.customerId, 'USD'));
  const { allocationIds } = await w.write((tx) =>
    applyCredit(tx, w.admin, [
      { debitItemId: debit!.itemId, creditItemId: credit!.creditItemId, amountMinor: debit!.openMinor },
    ]),
  );
  await w.write((tx) => undoAllocation(tx, w.admin, { allocationId: allocationIds[0]! }));
  const { entries, nextBefore } = await page(w);
  expect(entries.map(activitySentence)).toEqual([
    'Ada Admin took back $100.00 that was applied to INV-00001 of Acme',
    'Ada Admin applied $100.00 from PMT-00001 of Acme',
    'Ada Admin recorded PMT-00001, $250.00 from Acme',
    'Ada Admin posted INV-00001, $100.00 to Acme',
    'Ada Admin added Acme',
  ]);
  expect(entries.map(({ document }) => document?.kind)).toEqual([
    'invoice',
    'payment',
    'payment',
    'invoice',
    undefined,
  ]);
  expect(nextBefore).toBeNull();
});

test('pages follow each other without a gap or a repeat, whatever is written in between', async () => {
  const w = await createWorld();
  await note(w, 'tick', 2 * ACTIVITY_PAGE + 3);
  const seen: number[] = [];
  for (let before: number | null = null; ; ) {
    const { entries, nextBefore } = await page(w, { before, verb: 'tick' });
    seen.push(...entries.map(({ sequence }) => sequence));
    if (nextBefore === null) break;
    before = nextBefore;
    await note(w, 'tick');
  }
  expect(seen).toHaveLength(2 * ACTIVITY_PAGE + 3);
  expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  expect(new Set(seen).size).toBe(seen.length);
});

test('who and what narrow the page, and are offered', async () => {
  const w = await createWorld();
  await note(w, 'tick', 3);
  await note(w, 'tock', 2);
  const verbsOf = async (filters: Partial<ActivityFilters>) =>
    (await page(w, filters)).entries.map(({ verb }) => verb);
  expect(await verbsOf({ verb: 'tock' })).toEqual(['tock', 'tock']);
  expect(await verbsOf({ actor: w.admin.userId })).toEqual(['customer_created']);
  expect(await verbsOf({ actor: 'Robot', verb: 'tick' })).toEqual(['tick', 'tick', 'tick']);
  expect(await verbsOf({ actor: 'Ada Admin' })).toEqual([]);
  expect(await w.read(activityFacets)).toEqual({
    actors: [
      { actorId: w.admin.userId, actorName: 'Ada Admin' },
      { actorId: null, actorName: 'Robot' },
    ],
    verbs: ['customer_created', 'tick', 'tock'],
  });
});

test('nobody sees what is done in another organization', async () => {
  const [w, stranger] = [await createWorld(), await createWorld()];
  await note(w, 'secret');
  expect((await page(stranger)).entries.map(({ verb }) => verb)).toEqual(['customer_created']);
  expect((await stranger.read(activityFacets)).verbs).toEqual(['customer_created']);
  expect((await stranger.read(activityChain)).entries).toBe(1);
});

test('the chain is whole until somebody changes or removes an entry', async () => {
  const w = await createWorld();
  await note(w, 'tick', 5);
  const whole = { entries: 6, checked: 6, brokenAt: null };
  expect(await w.read(activityChain)).toMatchObject(whole);
  const org = w.org.id;

  await owner`update activity set after = '{"i":9}' where org_id = ${org} and sequence = 4`;
  expect(await w.read(activityChain)).toMatchObject({ ...whole, brokenAt: 4 });
  await owner`update activity set after = '{"i":2}' where org_id = ${org} and sequence = 4`;
  expect(await w.read(activityChain)).toMatchObject(whole);

  const brokenWithout = async (sequence: number) => {
    await owner`update activity set sequence = 1000 where org_id = ${org} and sequence = ${sequence}`;
    const { brokenAt } = await w.read(activityChain);
    await owner`update activity set sequence = ${sequence} where org_id = ${org} and sequence = 1000`;
    return brokenAt;
  };
  expect(await brokenWithout(3)).toBe(4);
  expect(await brokenWithout(6)).toBe(6);
  expect(await w.read(activityChain)).toMatchObject(whole);
});

test('entries are narrowed by kind, by what they concern and by days of the business’s own clock', async () => {
  const w = await createWorld({ timeZone: 'America/New_York' });
  const { documentId } = await w.invoice(100, '2026-01-31', { number: 'X-7' });
  await w.pay(100, '2026-02-01');
  await w.write((tx) =>
    recordActivity(tx, w.admin, { verb: 'signed_in', objectKind: 'user', objectId: documentId }),
  );
  const verbsOf = async (filters: Partial<ActivityFilters>) =>
    (await page(w, filters)).entries.map(({ verb }) => verb);
  expect(await verbsOf({ kind: 'sign-ins' })).toEqual(['signed_in']);
  expect(await verbsOf({ kind: 'money' })).toEqual(['payment_recorded', 'invoice_posted']);
  expect(await verbsOf({ q: 'x-7' })).toContain('invoice_posted');
  expect(await verbsOf({ q: 'x-7' })).not.toContain('payment_recorded');
  expect(await verbsOf({ q: 'acm' })).toContain('payment_recorded');
  expect(await verbsOf({ q: 'nobody' })).toEqual([]);
  const today = todayIn(w.org.timeZone);
  expect(await verbsOf({ from: today, to: today })).toHaveLength(4);
  expect(await verbsOf({ to: addDays(today, -1) })).toEqual([]);
  expect(await verbsOf({ from: addDays(today, 1) })).toEqual([]);
  const counted = (filters: Partial<ActivityFilters>) =>
    w.read((tx) => activityCount(tx, { ...ALL, ...filters }, w.org.timeZone));
  expect([await counted({}), await counted({ kind: 'money' }), await counted({ before: 2 })]).toEqual([
    4, 2, 4,
  ]);
});

test('a file of the activity has every entry once, newest first', async () => {
  const w = await createWorld();
  await note(w, 'noted', 1_203);
  const sequences: number[] = [];
  await w.read(async (tx) => {
    for await (const rows of activityBatches(tx, ALL, w.org.timeZone))
      sequences.push(...rows.map(({ sequence }) => sequence));
  });
  expect(sequences).toEqual(Array.from({ length: 1_204 }, (_, i) => 1_204 - i));
});
