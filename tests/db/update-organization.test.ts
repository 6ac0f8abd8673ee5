import { expect, test } from 'vitest';
import { createCustomer } from '@/db/commands/create-customer';
import { type UpdateOrganization, updateOrganization } from '@/db/commands/update-organization';
import { customerById } from '@/db/queries/customers';
import { organizationFacts, usualTerms } from '@/db/queries/organization';
import { activity } from '@/db/schema/activity';
import { usualPaper } from '@/lib/domain/paper-size';
import { createWorld, day, owner, refusalOf } from '../world';

const FACTS: UpdateOrganization = {
  name: 'Test Traders',
  timeZone: 'America/New_York',
  agingBasis: 'due',
  bounds: [0, 30, 60, 90, 120],
  lockedOn: null,
};
type World = Awaited<ReturnType<typeof createWorld>>;
const update = (w: World, changes: Partial<UpdateOrganization>, actor = w.admin) =>
  w.write((tx) => updateOrganization(tx, actor, { ...FACTS, ...changes }), actor);
const deeds = async (w: World) =>
  (await w.read((tx) => tx.select().from(activity).orderBy(activity.sequence)))
    .filter((deed) => deed.objectKind === 'organization')
    .map(({ verb, before, after }) => ({ verb, before, after }));

test('facts change, and what changed is noted with what it was', async () => {
  const w = await createWorld();
  expect(await update(w, {})).toEqual({ changed: [] });
  expect(await update(w, { name: 'Renamed', bounds: [0, 15, 45] })).toEqual({ changed: ['name', 'bounds'] });
  expect(await w.read(organizationFacts)).toMatchObject({
    name: 'Renamed',
    bounds: [0, 15, 45],
    currency: 'USD',
  });
  expect(await deeds(w)).toEqual([
    {
      verb: 'organization_updated',
      before: { name: 'Test Traders', bounds: [0, 30, 60, 90, 120] },
      after: { name: 'Renamed', bounds: [0, 15, 45] },
    },
  ]);
});

test('the paper of a business follows where it is, until it chooses', async () => {
  const cases = [
    ['USD', 'America/Chicago', 'letter'],
    ['CAD', 'Canada/Pacific', 'letter'],
    ['USD', 'Pacific/Honolulu', 'letter'],
    ['USD', 'Asia/Tokyo', 'a4'],
    ['EUR', 'America/Guadeloupe', 'a4'],
  ] as const;
  for (const [currency, timeZone, paper] of cases) expect(usualPaper(currency, timeZone)).toBe(paper);
  const w = await createWorld();
  expect(await w.read(organizationFacts)).toMatchObject({ paper: 'a4' });
  expect(await update(w, { paper: 'letter' })).toEqual({ changed: ['paper'] });
  expect(await w.read(organizationFacts)).toMatchObject({ paper: 'letter' });
  const wrong = owner`update organizations set paper = 'a5' where id = ${w.org.id}`;
  await expect(wrong).rejects.toMatchObject({ code: '23514' });
});

test('provision rates are for the age groups: these cannot change without them', async () => {
  const w = await createWorld();
  const provisionRates = ['0.3', '1.6', '3.6', '6.6', '10.6', '20'];
  expect(await update(w, { provisionRates })).toEqual({ changed: ['provisionRates'] });
  expect(await update(w, { provisionRates })).toEqual({ changed: [] });
  expect(await refusalOf(update(w, { bounds: [0, 30] }))).toBe('invalid');
  await update(w, { bounds: [0, 30], provisionRates: ['1', '2', '3.5'] });
  expect(await w.read(organizationFacts)).toMatchObject({
    bounds: [0, 30],
    provisionRates: ['1', '2', '3.5'],
  });
  expect(await update(w, { bounds: [0, 30], provisionRates: null })).toEqual({ changed: ['provisionRates'] });
});

test('moving the lock date closes and opens periods, and is noted both ways', async () => {
  const w = await createWorld();
  await update(w, { lockedOn: day('2026-01-31') });
  expect(await refusalOf(w.invoice(100, '2026-01-31'))).toBe('period_locked');
  await w.invoice(100, '2026-02-01');
  await update(w, { lockedOn: null });
  await w.invoice(100, '2026-01-31');
  expect(await deeds(w)).toEqual([
    { verb: 'period_locked', before: { lockedOn: null }, after: { lockedOn: '2026-01-31' } },
    { verb: 'period_locked', before: { lockedOn: '2026-01-31' }, after: { lockedOn: null } },
  ]);
});

test.each([
  ['limits that do not rise', { bounds: [0, 30, 30] }],
  ['no limits', { bounds: [] }],
  ['limits that are not whole', { bounds: [0, 1.5] }],
  ['a place that is no time zone', { timeZone: 'Mars/Olympus' }],
  ['rates that are not one for each age group', { provisionRates: ['1', '2'] }],
  ['rates of more than all', { provisionRates: ['1', '2', '3', '4', '5', '101'] }],
  ['rates that are no numbers', { provisionRates: ['1', '2', '3', '4', '5', '-6'] }],
  ['a lock date that lies ahead', { lockedOn: day('2199-01-01') }],
] as const)('%s are refused, and nothing changes', async (_what, wrong) => {
  const w = await createWorld();
  expect(await refusalOf(update(w, { name: 'Renamed', ...wrong }))).toBe('invalid');
  expect(await w.read(organizationFacts)).toMatchObject({ name: 'Test Traders', lockedOn: null });
});

test('a manager cannot change the facts, nor anybody those of another business', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  await expect(update(w, { name: 'Renamed' }, w.manager)).rejects.toMatchObject({ cause: { code: '42501' } });
  expect(await refusalOf(w.write((tx) => updateOrganization(tx, other.admin, { ...FACTS, name: 'X' })))).toBe(
    'not_found',
  );
  expect(await other.read(organizationFacts)).toMatchObject({ name: 'Test Traders' });
});

test('a new customer gets the days to pay of the business, unless others are agreed; who is there keeps its own', async () => {
  const w = await createWorld();
  const termsOf = async (id: string) => (await w.read((tx) => customerById(tx, id)))?.termsDays;
  expect(await termsOf(w.customerId)).toBe(30);
  expect(await update(w, { termsDays: 14 })).toEqual({ changed: ['termsDays'] });
  expect(await update(w, { termsDays: 14 })).toEqual({ changed: [] });
  expect(await termsOf(await w.addCustomer('Later'))).toBe(14);
  const own = await w.write((tx) => createCustomer(tx, w.admin, { name: 'Own', termsDays: 0 }));
  expect(await termsOf(own.customerId)).toBe(0);
  expect(await termsOf(w.customerId)).toBe(30);
  for (const termsDays of [-1, 3_651, 1.5]) expect(await refusalOf(update(w, { termsDays }))).toBe('invalid');
  const other = await createWorld();
  expect(await other.read(usualTerms)).toBe(30);
});
