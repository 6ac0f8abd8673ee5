import { expect, test } from 'vitest';
import { claimMail } from '@/db/commands/claim-mail';
import { reverseDocument } from '@/db/commands/reverse-document';
import { sendInvoice, sendReceipt } from '@/db/commands/send-document';
import { weighMail } from '@/db/commands/weigh-mail';
import { documentDeeds } from '@/db/queries/document-deeds';
import { mailFiles } from '@/jobs/mail-files';
import { createWorld, owner, refusalOf } from '../../world';

/** An invoice of 100.00, 40.00 of it paid, of a customer with two people for bills. */
async function billedWorld() {
  const w = await createWorld();
  await owner`insert into contacts (id, org_id, customer_id, name, email, roles) values
    (gen_random_uuid(), ${w.org.id}, ${w.customerId}, 'Ann', 'ann@acme.example', array['billing']),
    (gen_random_uuid(), ${w.org.id}, ${w.customerId}, 'Ann, again', 'ANN@acme.example', array['billing']),
    (gen_random_uuid(), ${w.org.id}, ${w.customerId}, 'Bob', 'bob@acme.example', array['billing'])`;
  const { documentId } = await w.invoice(10_000, '2026-03-31', { on: '2026-03-01', number: 'A-1' });
  const paid = await w.pay(4_000, '2026-03-10');
  return { ...w, documentId, paymentId: paid.documentId };
}

const mailOf = async (mailId: string) => (await owner`select * from mails where id = ${mailId}`)[0]!;

test('an invoice goes to the first contact for bills, a copy to the others, with its PDF', async () => {
  const w = await billedWorld();
  const { mailId, address } = await w.write((tx) =>
    sendInvoice(tx, w.admin, { documentId: w.documentId, note: 'As agreed' }),
  );
  const mail = await mailOf(mailId);
  expect([address, mail.to_address, mail.cc]).toEqual([
    'ann@acme.example',
    'ann@acme.example',
    ['bob@acme.example'],
  ]);
  expect(mail.params).toEqual({
    kind: 'invoice',
    customer: 'Ann',
    number: 'A-1',
    dueOn: '2026-03-31',
    currency: 'USD',
    amountMinor: 10_000,
    openMinor: 6_000,
    note: 'As agreed',
  });
  const [file] = await mailFiles(
    w.admin,
    {
      params: mail.params,
      documentId: w.documentId,
      customerId: w.customerId,
    },
    null,
  );
  expect(file?.filename).toBe('invoice_a-1.pdf');
  const deeds = await w.read((tx) => documentDeeds(tx, w.documentId, w.org.timeZone));
  expect(deeds.at(-1)).toMatchObject({
    verb: 'invoice_sent',
    to: 'ann@acme.example',
    actorName: 'Ada Admin',
  });
});

test('a receipt says what the payment paid and what is still open, with its PDF', async () => {
  const w = await billedWorld();
  const { mailId } = await w.write((tx) => sendReceipt(tx, w.admin, { documentId: w.paymentId }));
  const mail = await mailOf(mailId);
  expect(mail.params).toMatchObject({
    kind: 'receipt',
    amountMinor: 4_000,
    unappliedMinor: 0,
    applied: [{ number: 'A-1', amountMinor: 4_000, openMinor: 6_000 }],
  });
  const [file] = await mailFiles(
    w.admin,
    {
      params: mail.params,
      documentId: w.paymentId,
      customerId: w.customerId,
    },
    null,
  );
  expect(file?.filename).toMatch(/^receipt_.*\.pdf$/);
});

test('nothing is sent that is not there, was taken back, or has nowhere to go', async () => {
  const [w, other] = [await billedWorld(), await createWorld()];
  const send = (documentId: string, world: typeof other = w) =>
    world.write((tx) => sendInvoice(tx, world.admin, { documentId, note: '' }));
  expect(await refusalOf(send(w.documentId, other))).toBe('not_found');
  expect(await refusalOf(send(w.paymentId))).toBe('not_found');
  const bare = await other.invoice(100, '2026-03-31');
  expect(await refusalOf(send(bare.documentId, other))).toBe('invalid');
  const { mailId } = await send(w.documentId);
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: w.documentId,
      kind: 'invoice',
      reason: 'Wrong',
      source: 'staff',
    }),
  );
  expect(await refusalOf(send(w.documentId))).toBe('already_reversed');
  await owner`update mails set send_after = now() where id = ${mailId}`;
  const verdict = await w.write(async (tx) => {
    const claimed = (await claimMail(tx))!;
    return weighMail(tx, w.org, claimed, new Date());
  });
  expect(verdict).toEqual({ cancel: 'What it is about was taken back meanwhile.' });
});
