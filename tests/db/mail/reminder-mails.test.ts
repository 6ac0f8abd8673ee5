import { expect, test } from 'vitest';
import { cancelMails } from '@/db/commands/cancel-mails';
import { openDispute } from '@/db/commands/open-dispute';
import { placeHold } from '@/db/commands/place-hold';
import { draftReminder, remindByHand } from '@/db/commands/remind-by-hand';
import { mailReminders, planMailedReminders, runReminders } from '@/db/commands/run-reminders';
import { weighMail } from '@/db/commands/weigh-mail';
import { sendMailsDue } from '@/jobs/mails';
import { morningOf, nextBusinessMorning } from '@/lib/domain/business-hours';
import { addDays, todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { createWorld, owner, refusalOf } from '../../world';
import { mailRows } from './outbox';

type World = Awaited<ReturnType<typeof createWorld>>;

const today = (w: World) => todayIn(w.org.timeZone);
const run = (w: World) => w.write((tx) => mailReminders(tx, w.admin, { on: today(w) }));
const late = (w: World, days: number, amount = 10_000, more: { currency?: string } = {}) =>
  w.invoice(amount, addDays(today(w), -days), more);
const mailable = (w: World, customerId = w.customerId, email = 'pay@example.com') =>
  owner`update customers set email = ${email} where id = ${customerId}`;
/** As if it were a business day, at eleven: what a run made goes then. */
const atEleven = (w: World) => owner`update reminders set run_id = null where org_id = ${w.org.id}`;
const hurry = (w: World) =>
  owner`update mails set send_after = now() where org_id = ${w.org.id} and state = 'queued'`;
const remind = (w: World, documentIds: string[] = [], note = '') =>
  w.write((tx) => remindByHand(tx, w.admin, { customerId: w.customerId, documentIds, note, on: today(w) }));

test('one message goes to a customer on a day, with everything that is due in every currency', async () => {
  const w = await createWorld();
  await mailable(w);
  await late(w, 8);
  await late(w, 2, 5_000, { currency: 'EUR' });
  const ran = await run(w);
  expect(ran.reminders.map((each) => each.currency).toSorted()).toEqual(['EUR', 'USD']);
  expect(await mailRows(w.org.id)).toHaveLength(1);
  await late(w, 1);
  const again = await run(w);
  expect(again.reminders).toEqual([]);
  await atEleven(w);
  await sendMailsDue(null);
  const [mail] = await mailRows(w.org.id);
  expect(mail).toMatchObject({ state: 'kept' });
  expect(mail?.plain).toContain('€50.00');
  expect(mail?.plain).toContain('$100.00');
});

test('whom no mail reaches keeps the step, and the reason is said', async () => {
  const w = await createWorld();
  await late(w, 8);
  const plan = await w.read((tx) => planMailedReminders(tx, w.admin, today(w)));
  expect(plan.reminders).toEqual([]);
  expect(plan.skipped).toMatchObject([{ reason: 'no_address', itemId: null }]);
  expect((await run(w)).skipped).toMatchObject([{ reason: 'no_address' }]);
  await mailable(w);
  await owner`insert into address_blocks (id, org_id, address, reason) values (gen_random_uuid(), ${w.org.id}, 'pay@example.com', 'bounced')`;
  expect((await run(w)).skipped).toMatchObject([{ reason: 'bounced' }]);
  await owner`update address_blocks set released_at = now() where org_id = ${w.org.id}`;
  expect((await run(w)).reminders).toHaveLength(1);
});

test('a run of another day, and one of the API for whom no mail reaches, only notes what is demanded', async () => {
  const w = await createWorld();
  await late(w, 8);
  const ran = await w.write((tx) => runReminders(tx, w.admin, { on: addDays(today(w), -1) }));
  expect(ran.reminderIds).toHaveLength(1);
  expect(await mailRows(w.org.id)).toEqual([]);
});

test('the balance is read again when the mail goes: what was paid, disputed or held meanwhile is not chased', async () => {
  for (const settle of ['pay', 'part', 'dispute', 'hold'] as const) {
    const w = await createWorld();
    await mailable(w);
    const { documentId } = await late(w, 8);
    await run(w);
    const [mail] = await mailRows(w.org.id);
    if (settle === 'pay') await w.pay(10_000, today(w));
    if (settle === 'part') await w.pay(4_000, today(w));
    const about = { customerId: w.customerId, documentId };
    if (settle === 'dispute')
      await w.write((tx) =>
        openDispute(tx, w.admin, {
          ...about,
          amountMinor: toMinor(10_000),
          reason: 'Broken',
          openedOn: today(w),
        }),
      );
    if (settle === 'hold')
      await w.write((tx) =>
        placeHold(tx, w.admin, { ...about, kind: 'reminders', reason: 'Never', placedOn: today(w) }),
      );
    const verdict = await weigh(w, mail!.id, workingMoment(w));
    if (settle === 'part') expect(verdict).toMatchObject({ params: { invoices: [{ openMinor: 6_000 }] } });
    else expect(verdict).toMatchObject({ cancel: expect.stringContaining('meanwhile') });
  }
});

test('what a run made goes on business days from 9 to 17 h of the business', async () => {
  const w = await createWorld();
  await mailable(w);
  await late(w, 8);
  await run(w);
  const [mail] = await mailRows(w.org.id);
  const at = (instant: string) => weigh(w, mail!.id, instant);
  expect(await at('2026-11-25T14:00:00Z')).toHaveProperty('params');
  expect(await at('2026-11-25T13:59:00Z')).toEqual({ until: new Date('2026-11-25T14:00:00Z') });
  expect(await at('2026-11-25T22:00:00Z')).toEqual({ until: new Date('2026-11-26T14:00:00Z') });
  expect(await at('2026-11-27T22:00:00Z')).toEqual({ until: new Date('2026-11-30T14:00:00Z') });
  expect(await at('2026-03-07T15:00:00Z')).toEqual({ until: new Date('2026-03-09T13:00:00Z') });
});

test('by hand a customer is reminded at once, of what was chosen, with words of one’s own, and it can be taken back', async () => {
  const w = await createWorld();
  expect(await refusalOf(remind(w))).toBe('invalid');
  await mailable(w);
  expect(await refusalOf(remind(w))).toBe('invalid');
  const a = await late(w, 8);
  const b = await w.invoice(7_000, addDays(today(w), 5), { on: today(w) });
  const { mailId } = await remind(w, [a.documentId, b.documentId], 'Dear Cora,\nas we said.');
  await sendMailsDue(null);
  expect((await mailRows(w.org.id))[0]?.state).toBe('queued');
  await w.write((tx) => cancelMails(tx, w.admin, { mailIds: [mailId] }));
  expect(
    await owner`select 1 from reminders where org_id = ${w.org.id} and withdrawn_at is null`,
  ).toHaveLength(0);
  await remind(w, [], 'Once more.');
  await hurry(w);
  await sendMailsDue(null);
  const rows = await mailRows(w.org.id);
  expect(rows.map((row) => row.state)).toEqual(['cancelled', 'kept']);
  expect(rows[1]?.plain).toContain('Once more.');
  expect(rows[1]?.plain).toContain('$100.00');
  expect(rows[1]?.plain).not.toContain('$70.00');
});

test('a customer of another business cannot be reminded', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  const theft = other.write((tx) =>
    remindByHand(tx, other.admin, { customerId: w.customerId, documentIds: [], note: '', on: today(w) }),
  );
  expect(await refusalOf(theft)).toBe('not_found');
});

test('two runs at the same moment send one mail', async () => {
  const w = await createWorld();
  await mailable(w);
  await late(w, 8);
  await Promise.all([run(w), run(w), run(w)]);
  expect(await mailRows(w.org.id)).toHaveLength(1);
});

/** An hour of a business day, today or soon. */
function workingMoment(w: World): string {
  const day = nextBusinessMorning({ day: today(w), hour: 0 });
  return new Date(morningOf(day, w.org.timeZone).getTime() + 3_600_000).toISOString();
}

/** What is decided of a mail at an instant. */
function weigh(w: World, id: string, instant: string) {
  return w.write(async (tx) => {
    const [mail] = await tx.execute<{
      customer_id: string;
      to_address: string;
      params: Parameters<typeof weighMail>[2]['params'];
    }>(`select customer_id, to_address, params from mails where id = '${id}'`);
    if (!mail) throw new Error('no mail');
    return weighMail(
      tx,
      w.org,
      {
        id,
        params: mail.params,
        toAddress: mail.to_address,
        customerId: mail.customer_id,
        documentId: null,
        reminderId: null,
        toName: 'Pay',
        cc: [],
        language: 'en',
        messageId: '',
        attempts: 1,
      },
      new Date(instant),
    );
  });
}

test('by hand, everything late is reminded of but for what is disputed, promised or on hold, and a chosen invoice all the same', async () => {
  const w = await createWorld();
  await mailable(w);
  const disputed = await late(w, 20);
  await late(w, 10, 5_000);
  await w.write((tx) =>
    openDispute(tx, w.admin, {
      documentId: disputed.documentId,
      reason: 'Broken',
      amountMinor: toMinor(1_000),
      openedOn: today(w),
    }),
  );
  const named = async (documentIds: string[]) => {
    const { params } = await w.read((tx) =>
      draftReminder(tx, w.admin, { customerId: w.customerId, documentIds, note: '', on: today(w) }),
    );
    return params.invoices.map(({ openMinor }) => openMinor);
  };
  expect(await named([])).toEqual([5_000]);
  expect(await named([disputed.documentId])).toEqual([10_000]);
});
