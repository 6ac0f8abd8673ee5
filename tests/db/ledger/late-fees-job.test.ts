import { expect, test } from 'vitest';
import { updateOrganization } from '@/db/commands/update-organization';
import { chargeOrganization } from '@/jobs/late-fees';
import { addDays, todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { createWorld, owner } from '../../world';
import type { World } from '../report-at';

const RULE = { lateFeeMinor: toMinor(1_000), lateFeeDays: 10 };

async function late(timeZone: string, dueOn: string, rule: typeof RULE | null = RULE): Promise<World> {
  const w = await createWorld({ timeZone });
  if (rule) await w.write((tx) => updateOrganization(tx, w.admin, rule));
  await w.invoice(5_000, dueOn, { number: 'A' });
  return w;
}

async function fees(w: World): Promise<number> {
  const [row] =
    await owner`select count(*)::int as n from documents where org_id = ${w.org.id} and kind = 'late_fee'`;
  return Number(row?.n);
}

test('a fee is charged on the tenth day past due of the own calendar: today in the east, tomorrow in the west', async () => {
  const dueOn = addDays(todayIn('Pacific/Kiritimati'), -10);
  const [east, west] = [await late('Pacific/Kiritimati', dueOn), await late('Pacific/Pago_Pago', dueOn)];
  expect([await chargeOrganization(east.admin), await chargeOrganization(west.admin)]).toEqual([1, 0]);
});

test('two workers at once, and every run after them, charge an invoice once', async () => {
  const w = await late('UTC', addDays(todayIn('UTC'), -40));
  const counts = await Promise.all([chargeOrganization(w.admin), chargeOrganization(w.admin)]);
  expect(counts.toSorted()).toEqual([0, 1]);
  expect(await chargeOrganization(w.admin)).toBe(0);
  expect(await fees(w)).toBe(1);
});

test('without a rule nothing is charged, however late', async () => {
  const w = await late('UTC', addDays(todayIn('UTC'), -400), null);
  expect(await chargeOrganization(w.admin)).toBe(0);
  expect(await fees(w)).toBe(0);
});

test('in a business whose books are closed the run fails, and is tried again', async () => {
  const w = await late('UTC', addDays(todayIn('UTC'), -40));
  await owner`update organizations set locked_on = ${todayIn('UTC')} where id = ${w.org.id}`;
  await expect(chargeOrganization(w.admin)).rejects.toThrow(/closed|locked/i);
  expect(await fees(w)).toBe(0);
});
