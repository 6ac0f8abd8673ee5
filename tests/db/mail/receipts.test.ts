import { expect, test } from 'vitest';
import { claimMail } from '@/db/commands/claim-mail';
import { reversePayment } from '@/db/commands/reverse-payment';
import { setMailSettings } from '@/db/commands/set-mail-settings';
import { weighMail } from '@/db/commands/weigh-mail';
import { mailSettingsOf } from '@/db/queries/mail-settings';
import { addDays, todayIn } from '@/lib/domain/dates';
import { createWorld, owner } from '../../world';

/** A customer that can be mailed and owes A 100.00 and B 50.00. */
async function payer() {
  const w = await createWorld();
  const today = todayIn(w.org.timeZone);
  await owner`update customers set email = 'pay@example.com', language = 'pt' where id = ${w.customerId}`;
  await w.invoice(10_000, '2026-02-01', { number: 'A' });
  await w.invoice(5_000, '2026-03-01', { number: 'B' });
  const queued = () =>
    owner`select id, to_address, language, key, params from mails where org_id = ${w.org.id} order by created_at`;
  const weigh = async () => {
    await owner`update mails set send_after = now() where org_id = ${w.org.id}`;
    return w.write(async (tx) => {
      const mail = await claimMail(tx);
      if (!mail) throw new Error('there is no mail');
      return weighMail(tx, w.org, mail, new Date());
    });
  };
  return { ...w, today, queued, weigh };
}

test('a payment is answered with one receipt, which says what is applied and open when it goes', async () => {
  const w = await payer();
  const { documentId } = await w.pay(8_000, w.today);
  const [mail, ...more] = await w.queued();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ to_address: 'pay@example.com', language: 'pt', key: `receipt:${documentId}` });
  await w.pay(3_000, w.today);
  expect(await w.weigh()).toMatchObject({
    params: {
      kind: 'receipt',
      amountMinor: 8_000,
      applied: [{ number: 'A', amountMinor: 8_000, openMinor: 0 }],
      unappliedMinor: 0,
      balanceMinor: 4_000,
    },
  });
});

test('what no invoice took is said to be on the account', async () => {
  const w = await payer();
  await w.pay(20_000, w.today);
  expect(await w.weigh()).toMatchObject({ params: { unappliedMinor: 5_000, balanceMinor: -5_000 } });
});

test('a payment that is taken back within half a minute has no receipt', async () => {
  const w = await payer();
  const { documentId } = await w.pay(8_000, w.today);
  await w.write((tx) => reversePayment(tx, w.admin, { documentId, reason: 'Typed wrong', source: 'staff' }));
  expect(await w.weigh()).toEqual({ cancel: 'What it is about was taken back meanwhile.' });
});

test('no receipt goes for history that is entered, to nobody without an address, and once they are switched off', async () => {
  const w = await payer();
  await w.pay(1_000, addDays(w.today, -40));
  const other = await w.addCustomer('Beta');
  await w.pay(1_000, w.today, { customerId: other });
  const settings = await w.read(mailSettingsOf);
  expect(settings.sendsReceipts).toBe(true);
  await w.write((tx) => setMailSettings(tx, w.admin, { ...settings, sendsReceipts: false }));
  await w.pay(1_000, w.today);
  expect(await w.queued()).toHaveLength(0);
  await w.write((tx) => setMailSettings(tx, w.admin, settings));
  await w.pay(1_000, w.today);
  expect(await w.queued()).toHaveLength(1);
});
