import { expect, test } from 'vitest';
import { type CreateRecurringInvoice, createRecurringInvoice } from '@/db/commands/create-recurring-invoice';
import { endRecurringInvoice } from '@/db/commands/end-recurring-invoice';
import { pauseRecurringInvoice } from '@/db/commands/pause-recurring-invoice';
import { postDueRecurring } from '@/db/commands/post-due-recurring';
import { resumeRecurringInvoice } from '@/db/commands/resume-recurring-invoice';
import { type UpdateRecurringInvoice, updateRecurringInvoice } from '@/db/commands/update-recurring-invoice';
import { billedPeriods } from '@/db/queries/recurring-invoices';
import { billOrganization } from '@/jobs/recurring';
import { addDays, todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;
const RENT = { description: 'Rent', quantity: '1', unitPriceMinor: toMinor(90_000), taxPercent: '10' };
const NO_ID = '0197a1b2-0000-7000-8000-000000000000';

const begin = async (w: World, more: Partial<CreateRecurringInvoice> = {}) =>
  (
    await w.write((tx) =>
      createRecurringInvoice(tx, w.admin, {
        customerId: w.customerId,
        lines: [RENT],
        every: 'month',
        startsOn: day('2026-01-31'),
        endsOn: null,
        ...more,
      }),
    )
  ).recurringId;
const run = (w: World, today: string) =>
  w.write((tx) => postDueRecurring(tx, w.admin, { today: day(today) }));
const dates = async (w: World, today: string) => (await run(w, today)).posted.map((each) => each.periodOn);
const pause = (w: World, recurringId: string, on: string) =>
  w.write((tx) => pauseRecurringInvoice(tx, w.admin, { recurringId, on: day(on) }));
const resume = (w: World, recurringId: string, on: string) =>
  w.write((tx) => resumeRecurringInvoice(tx, w.admin, { recurringId, on: day(on) }));
const end = (w: World, recurringId: string, on: string) =>
  w.write((tx) => endRecurringInvoice(tx, w.admin, { recurringId, on: day(on) }));

test('rent from the 31st is billed on the last day of every month, once, with its own due day', async () => {
  const w = await createWorld();
  await begin(w, { termsDays: 10 });
  expect(await dates(w, '2026-01-30')).toEqual([]);
  const { posted, isComplete } = await run(w, '2026-01-31');
  expect(posted).toMatchObject([{ periodOn: '2026-01-31', number: 'INV-00001' }]);
  expect(isComplete).toBe(true);
  expect(await dates(w, '2026-01-31')).toEqual([]);
  expect(await dates(w, '2026-02-28')).toEqual(['2026-02-28']);
  expect(await dates(w, '2026-03-30')).toEqual([]);
  expect(await dates(w, '2026-03-31')).toEqual(['2026-03-31']);
  expect(await w.openAt('2026-03-31')).toEqual({
    'INV-00001': 99_000,
    'INV-00002': 99_000,
    'INV-00003': 99_000,
  });
  const [row] = await owner`select d.source, d.document_date::text as on, i.due_on::text as due
    from documents d join open_items i on i.document_id = d.id where d.number = 'INV-00001' and d.org_id = ${w.org.id}`;
  expect({ ...row }).toEqual({ source: 'recurring', on: '2026-01-31', due: '2026-02-10' });
});

test('what was missed while nothing ran is billed once, period by period, on its own days', async () => {
  const w = await createWorld();
  await begin(w);
  expect(await dates(w, '2026-04-15')).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
  expect(await dates(w, '2026-04-15')).toEqual([]);
});

test('a long absence is caught up in several goes', async () => {
  const w = await createWorld();
  await begin(w, { every: 'week', startsOn: day('2025-01-01') });
  const first = await run(w, '2025-12-31');
  expect([first.posted.length, first.isComplete]).toEqual([24, false]);
  const second = await run(w, '2025-12-31');
  expect([second.posted.length, second.isComplete]).toEqual([24, false]);
  const third = await run(w, '2025-12-31');
  expect([third.posted.length, third.isComplete]).toEqual([5, true]);
});

test('a pause is never billed, and what was due before it still is', async () => {
  const w = await createWorld();
  const id = await begin(w);
  await pause(w, id, '2026-02-28');
  expect(await dates(w, '2026-03-15')).toEqual(['2026-01-31']);
  expect(await refusalOf(pause(w, id, '2026-03-01'))).toBe('already_paused');
  expect(await resume(w, id, '2026-04-01')).toEqual({ passedOver: 2 });
  expect(await refusalOf(resume(w, id, '2026-04-01'))).toBe('not_paused');
  expect(await dates(w, '2026-05-31')).toEqual(['2026-04-30', '2026-05-31']);
  const periods = await w.read((tx) => billedPeriods(tx, id, 10));
  expect(periods.map(({ periodOn, number }) => [periodOn, number])).toEqual([
    ['2026-05-31', 'INV-00003'],
    ['2026-04-30', 'INV-00002'],
    ['2026-03-31', null],
    ['2026-02-28', null],
    ['2026-01-31', 'INV-00001'],
  ]);
});

test('a pause from before the first day keeps everything back, whatever the day', async () => {
  const w = await createWorld();
  const id = await begin(w);
  await pause(w, id, '1900-01-01');
  expect(await dates(w, '2026-03-15')).toEqual([]);
  expect(await resume(w, id, '1900-01-01')).toEqual({ passedOver: 0 });
  expect(await dates(w, '2026-01-31')).toEqual(['2026-01-31']);
});

test('after its end nothing is billed, though what was due by then still is', async () => {
  const w = await createWorld();
  const id = await begin(w);
  await end(w, id, '2026-02-28');
  expect(await dates(w, '2026-06-30')).toEqual(['2026-01-31', '2026-02-28']);
  expect(await refusalOf(end(w, id, '2026-03-31'))).toBe('already_ended');
  expect(await refusalOf(end(w, id, '2026-01-30'))).toBe('invalid');
});

test('eight workers at once bill every period once', async () => {
  const w = await createWorld();
  const others = await Promise.all(['B', 'C'].map((name) => w.addCustomer(name)));
  for (const customerId of [w.customerId, ...others]) await begin(w, { customerId });
  const runs = await Promise.all(Array.from({ length: 8 }, () => run(w, '2026-03-31')));
  const posted = runs.flatMap((each) => each.posted);
  expect(posted).toHaveLength(9);
  expect(new Set(posted.map((each) => `${each.recurringId} ${each.periodOn}`)).size).toBe(9);
});

test('pausing beside a run leaves no period both billed and passed over', async () => {
  const w = await createWorld();
  const id = await begin(w);
  await Promise.all([run(w, '2026-03-31'), pause(w, id, '2026-02-01'), run(w, '2026-03-31')]);
  await resume(w, id, '2026-04-01');
  const periods = await w.read((tx) => billedPeriods(tx, id, 10));
  expect(periods.map((period) => period.periodOn)).toEqual(['2026-03-31', '2026-02-28', '2026-01-31']);
});

test('a day in a closed period is billed on the first open one; an archived customer is not billed', async () => {
  const w = await createWorld();
  await begin(w);
  const gone = await w.addCustomer('Gone');
  await begin(w, { customerId: gone });
  await owner`update customers set archived_at = now() where id = ${gone}`;
  await owner`update organizations set locked_on = '2026-02-15' where id = ${w.org.id}`;
  expect(await dates(w, '2026-02-28')).toEqual(['2026-01-31', '2026-02-28']);
  expect(await w.openAt('2026-02-16')).toEqual({ 'INV-00001': 99_000 });
  expect(await refusalOf(begin(w, { customerId: gone }))).toBe('customer_archived');
});

test.each([
  ['ends before it begins', { endsOn: day('2026-01-30') }, 'invalid'],
  ['bills nothing', { lines: [{ ...RENT, unitPriceMinor: toMinor(0) }] }, 'amount_must_be_positive'],
  ['has a line without a price', { lines: [{ description: 'x', quantity: '1' }] }, 'invalid'],
  ['is of nobody', { customerId: NO_ID }, 'not_found'],
] as const)('a rhythm that %s is refused', async (_what, more, code) => {
  const w = await createWorld();
  expect(await refusalOf(begin(w, more))).toBe(code);
});

test("another business's rhythm looks as if it were not there", async () => {
  const [w, stranger] = [await createWorld(), await createWorld()];
  const id = await begin(w);
  for (const work of [pause, resume, end])
    expect(await refusalOf(work(stranger, id, '2026-03-01'))).toBe('not_found');
  expect(await dates(stranger, '2026-06-30')).toEqual([]);
  expect(await refusalOf(begin(stranger, { customerId: w.customerId }))).toBe('not_found');
});

test('the job bills every organization by its own calendar, and one that fails keeps no other waiting', async () => {
  const [east, west] = [
    await createWorld({ timeZone: 'Pacific/Kiritimati' }),
    await createWorld({ timeZone: 'Pacific/Pago_Pago' }),
  ];
  const [there, here] = [todayIn('Pacific/Kiritimati'), todayIn('Pacific/Pago_Pago')];
  const ids = [
    await begin(east, { startsOn: there, every: 'year' }),
    await begin(west, { startsOn: addDays(here, 1) }),
  ];
  // A line that no invoice can have, as no command would write it.
  const broken = await begin(east, { startsOn: there });
  await owner`update recurring_invoices set lines = '[{"description": "x", "quantity": "1", "unitPriceMinor": -5, "taxPercent": "0"}]'
    where id = ${broken}`;
  expect([await billOrganization(east.admin), await billOrganization(west.admin)]).toEqual([1, 0]);
  const billed = async (w: World, id: string) => (await w.read((tx) => billedPeriods(tx, id, 5))).length;
  expect(await billed(east, ids[0] ?? '')).toBe(1);
  expect(await billed(west, ids[1] ?? '')).toBe(0);
});

const NEXT = {
  lines: [{ ...RENT, unitPriceMinor: toMinor(95_000) }],
  every: 'month',
  endsOn: null,
  termsDays: 7,
} as const;
const edit = (w: World, recurringId: string, nextOn: string, more: Partial<UpdateRecurringInvoice> = {}) =>
  w.write((tx) =>
    updateRecurringInvoice(tx, w.admin, { recurringId, nextOn: day(nextOn), ...NEXT, ...more }),
  );

test('a change bills from the next day on, leaves what was billed, and keeps the 31st while the day is the one to come', async () => {
  const w = await createWorld();
  const id = await begin(w);
  await run(w, '2026-02-28');
  await edit(w, id, '2026-03-31');
  expect(await dates(w, '2026-04-30')).toEqual(['2026-03-31', '2026-04-30']);
  expect(await w.openAt('2026-04-30')).toEqual({
    'INV-00001': 99_000,
    'INV-00002': 99_000,
    'INV-00003': 104_500,
    'INV-00004': 104_500,
  });
  await edit(w, id, '2026-06-15', { every: 'quarter' });
  expect(await dates(w, '2026-12-31')).toEqual(['2026-06-15', '2026-09-15', '2026-12-15']);
  const deeds = await owner`select before ->> 'every' as before, after ->> 'every' as after from activity
    where object_id = ${id} and verb = 'recurring_updated' order by sequence`;
  expect(deeds.map((deed) => ({ ...deed }))).toEqual([
    { before: 'month', after: 'month' },
    { before: 'month', after: 'quarter' },
  ]);
});

test('no day that was billed comes again, and nothing ends before it goes on', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  const id = await begin(w);
  await run(w, '2026-02-28');
  expect(await refusalOf(edit(w, id, '2026-02-28'))).toBe('invalid');
  expect(await refusalOf(edit(w, id, '2026-03-31', { endsOn: day('2026-03-30') }))).toBe('invalid');
  expect(
    await refusalOf(edit(w, id, '2026-03-31', { lines: [{ ...RENT, unitPriceMinor: toMinor(0) }] })),
  ).toBe('amount_must_be_positive');
  expect(await refusalOf(edit(other, id, '2026-03-31'))).toBe('not_found');
  // Whichever comes first: an edit that comes second is refused, a run that comes second bills by the new rhythm.
  await Promise.allSettled([edit(w, id, '2026-03-10'), run(w, '2026-03-31')]);
  await run(w, '2026-03-31');
  const billed = await w.read((tx) => billedPeriods(tx, id, 20));
  expect(new Set(billed.map(({ periodOn }) => periodOn)).size).toBe(billed.length);
});
