import { expect, test } from 'vitest';
import { cancelMails } from '@/db/commands/cancel-mails';
import { openDispute } from '@/db/commands/open-dispute';
import { placeHold } from '@/db/commands/place-hold';
import { remindByHand } from '@/db/commands/remind-by-hand';
import { remindMany } from '@/db/commands/remind-many';
import { mailReminders, planMailedReminders } from '@/db/commands/run-reminders';
import { chosenReminders } from '@/db/queries/chosen-reminders';
import { mailLog, mailsTogether } from '@/db/queries/mail-log';
import { sendMailsDue } from '@/jobs/mails';
import { addDays, todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { readMailFilters } from '@/lib/mail-filters';
import { createWorld, owner, refusalOf } from '../../world';
import { mailRows } from './outbox';

/** Three customers that can be mailed, each with an invoice that is late. */
async function late() {
  const w = await createWorld();
  const on = todayIn(w.org.timeZone);
  const others = [await w.addCustomer('Bolt'), await w.addCustomer('Calm')];
  const customerIds = [w.customerId, ...others];
  for (const [at, id] of customerIds.entries())
    await owner`update customers set email = ${`pay${at}@example.com`} where id = ${id}`;
  const bill = async (customerId: string, days: number, amount = 10_000) =>
    (await w.invoice(amount, addDays(on, -days), { customerId })).documentId;
  const documentIds: string[] = [];
  for (const id of customerIds) documentIds.push(await bill(id, 8));
  const remind = (ids: readonly string[] = customerIds, chosen: readonly string[] = [], note = '') =>
    w.write((tx) => remindMany(tx, w.admin, { customerIds: ids, documentIds: chosen, note, on }));
  const plan = (
    ids: readonly string[] = customerIds,
    chosen: readonly string[] = [],
    look: string | null = null,
  ) => w.read((tx) => chosenReminders(tx, w.admin, { customerIds: ids, documentIds: chosen, on, look }));
  const hurry = () =>
    owner`update mails set send_after = now() where org_id = ${w.org.id} and state = 'queued'`;
  return { ...w, on, customerIds, documentIds, bill, remind, plan, hurry };
}

const reasons = (
  rows: readonly { readonly customer: string; readonly number: string | null; readonly reason: string }[],
) => rows.map(({ customer, number, reason }) => [customer, number, reason]);

test('each gets one mail with all that is late, after half a minute, with the note; who asks sees it before', async () => {
  const w = await late();
  await w.bill(w.customerId, 3, 2_500);
  const { toRemind, notReminded } = await w.plan();
  expect(notReminded).toEqual([]);
  expect(toRemind).toMatchObject([
    {
      customer: 'Acme',
      address: 'pay0@example.com',
      stage: 'first',
      level: 1,
      invoiceCount: 2,
      lastOn: null,
    },
    { customer: 'Bolt', owed: [{ currency: 'USD', amountMinor: 10_000 }] },
    { customer: 'Calm' },
  ]);
  const { draft } = await w.plan(w.customerIds, [], w.customerId);
  expect(draft?.params.invoices.map(({ openMinor }) => openMinor)).toEqual([10_000, 2_500]);
  expect(draft?.params.invoices.every(({ number }) => number !== '')).toBe(true);
  const { mailIds } = await w.remind(w.customerIds, [], 'As we said.');
  expect(mailIds).toHaveLength(3);
  await sendMailsDue(null);
  expect((await mailRows(w.org.id)).map(({ state }) => state)).toEqual(['queued', 'queued', 'queued']);
  await w.hurry();
  await sendMailsDue(null);
  const rows = await mailRows(w.org.id);
  expect(rows.map(({ state }) => state)).toEqual(['kept', 'kept', 'kept']);
  expect(rows.every(({ plain }) => plain?.includes('As we said.'))).toBe(true);
  expect(rows.filter(({ plain }) => plain?.includes('$125.00'))).toHaveLength(1);
  const [first = ''] = mailIds;
  expect(await w.read((tx) => mailsTogether(tx, first))).toEqual([{ state: 'kept', count: 3 }]);
  const { filters } = readMailFilters({ with: first });
  expect((await w.read((tx) => mailLog(tx, filters))).rows).toHaveLength(3);
});

test('what is disputed or held, who has no address, who owes nothing late are left out, each with the reason', async () => {
  const w = await late();
  const [acme = '', bolt = '', calm = ''] = w.customerIds;
  const early = await w.addCustomer('Early');
  await w.bill(early, -20);
  const [first = '', second = ''] = w.documentIds;
  const disputed = { reason: 'Broken', amountMinor: toMinor(10_000), openedOn: w.on };
  await w.write((tx) => openDispute(tx, w.admin, { documentId: first, ...disputed }));
  await w.write((tx) =>
    placeHold(tx, w.admin, {
      customerId: bolt,
      documentId: second,
      kind: 'reminders',
      reason: 'Never',
      placedOn: w.on,
    }),
  );
  await owner`update customers set email = null where id = ${calm}`;
  const ids = [acme, bolt, calm, early];
  const { toRemind, notReminded } = await w.plan(ids);
  expect(toRemind).toEqual([]);
  expect(reasons(notReminded)).toMatchObject([
    ['Acme', expect.any(String), 'disputed'],
    ['Bolt', expect.any(String), 'held'],
    ['Calm', null, 'no_address'],
    ['Early', null, 'nothing_late'],
  ]);
  expect(await refusalOf(w.remind(ids))).toBe('invalid');
  expect(await mailRows(w.org.id)).toEqual([]);
  expect(await owner`select 1 from reminders where org_id = ${w.org.id}`).toHaveLength(0);
});

test('of chosen invoices only those go that are late, and what was settled or is not due is said', async () => {
  const w = await late();
  const [acme = '', bolt = ''] = w.customerIds;
  const [first = '', second = ''] = w.documentIds;
  const third = await w.bill(acme, 30);
  const early = await w.bill(bolt, -5);
  await w.pay(10_000, w.on, { customerId: bolt });
  const { toRemind, notReminded } = await w.plan([acme, bolt], [first, second, early]);
  expect(toRemind).toMatchObject([{ customer: 'Acme', invoiceCount: 1 }]);
  expect(notReminded.map(({ documentId, reason }) => [documentId, reason]).toSorted()).toEqual(
    [
      [early, 'not_late'],
      [second, 'not_late'],
    ].toSorted(),
  );
  await w.remind([acme, bolt], [first, second, early]);
  const lines = await owner`select document_id from reminder_lines where org_id = ${w.org.id}`;
  expect(lines).toMatchObject([{ document_id: first }]);
  expect(third).not.toBe(first);
});

test('a customer gets one message a day, whoever reminds: many, one by hand, or the run', async () => {
  const w = await late();
  const [acme = '', bolt = ''] = w.customerIds;
  await w.write((tx) => remindByHand(tx, w.admin, { customerId: acme, documentIds: [], note: '', on: w.on }));
  expect((await w.plan([acme])).notReminded).toMatchObject([{ reason: 'told_today' }]);
  const { mailIds, leftOut } = await w.remind([acme, bolt]);
  expect([mailIds.length, leftOut]).toEqual([1, 1]);
  const run = await w.read((tx) => planMailedReminders(tx, w.admin, w.on));
  expect(run.reminders).toMatchObject([{ customerId: w.customerIds[2] }]);
  await w.write((tx) => cancelMails(tx, w.admin, { mailIds }));
  expect((await w.plan([bolt])).toRemind).toMatchObject([{ customer: 'Bolt', lastOn: null }]);
});

test('whom the run of the day mailed is told so, even when that mail was taken back by the run’s own key', async () => {
  const w = await late();
  await w.write((tx) => mailReminders(tx, w.admin, { on: w.on }));
  expect((await w.plan()).notReminded.map(({ reason }) => reason)).toEqual([
    'told_today',
    'told_today',
    'told_today',
  ]);
  const mails = await mailRows(w.org.id);
  await w.write((tx) => cancelMails(tx, w.admin, { mailIds: mails.map(({ id }) => id) }));
  expect((await w.plan()).toRemind).toHaveLength(3);
  await w.remind();
  await w.bill(w.customerId, 40);
  expect((await w.read((tx) => planMailedReminders(tx, w.admin, w.on))).reminders).toEqual([]);
});

test('asked at the same moment, several times, one mail goes to each', async () => {
  const w = await late();
  const asked = await Promise.allSettled([w.remind(), w.remind(), w.remind(w.customerIds.slice(1))]);
  expect(asked.some(({ status }) => status === 'fulfilled')).toBe(true);
  const rows = await owner`select to_address from mails where org_id = ${w.org.id} order by 1`;
  expect(rows.map((row) => row.to_address)).toEqual([
    'pay0@example.com',
    'pay1@example.com',
    'pay2@example.com',
  ]);
});

test('customers of another business are not there, and nothing goes to the own ones either', async () => {
  const [w, other] = [await late(), await late()];
  expect(await refusalOf(w.remind([w.customerId, other.customerId]))).toBe('not_found');
  expect(await mailRows(w.org.id)).toEqual([]);
  expect((await w.plan([other.customerId])).toRemind).toEqual([]);
});
