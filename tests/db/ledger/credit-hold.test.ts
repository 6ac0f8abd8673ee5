import { expect, test } from 'vitest';
import { postDraft } from '@/app/api/v1/_resources/draft-invoices';
import { createInvoice } from '@/app/api/v1/_resources/invoices';
import { createRecurringInvoice } from '@/db/commands/create-recurring-invoice';
import { once } from '@/db/commands/once';
import { placeHold } from '@/db/commands/place-hold';
import { type PostInvoice, postInvoice } from '@/db/commands/post-invoice';
import { releaseHold } from '@/db/commands/release-hold';
import { restoreInvoice } from '@/db/commands/restore-invoice';
import { reverseDocument } from '@/db/commands/reverse-document';
import { updateCustomer } from '@/db/commands/update-customer';
import { billOrganization } from '@/jobs/recurring';
import { addDays, todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../../world';
import { ask } from '../api/asking';
import type { World } from '../report-at';

const LINE = { description: 'Goods', quantity: '1', unitPriceMinor: toMinor(10_000), taxPercent: '0' };

function hold(w: World) {
  const placedOn = addDays(todayIn(w.org.timeZone), -1);
  const input = { customerId: w.customerId, kind: 'credit', reason: 'Two checks bounced', placedOn } as const;
  return w.write((tx) => placeHold(tx, w.admin, input));
}

function bill(w: World, more: Partial<PostInvoice> = {}, actor = w.admin) {
  const input = {
    customerId: w.customerId,
    invoiceDate: day('2026-02-01'),
    lines: [LINE],
    source: 'staff',
  } as const;
  return w.write((tx) => postInvoice(tx, actor, { ...input, ...more }), actor);
}

test('an invoice for a customer on credit hold is refused in words, and posted again once the hold is released', async () => {
  const w = await createWorld();
  const { holdId } = await hold(w);
  await expect(bill(w)).rejects.toThrow('Acme is on credit hold: Two checks bounced.');
  expect(await refusalOf(bill(w))).toBe('credit_hold');
  expect(await w.openAt('2026-12-31')).toEqual({});
  await w.write((tx) => releaseHold(tx, w.admin, { holdId, on: todayIn(w.org.timeZone) }));
  await bill(w);
  expect(await w.openAt('2026-12-31')).toEqual({ 'INV-00001': 10_000 });
});

test('a reason bills all the same, and is in the activity; without a hold there is nothing to override', async () => {
  const w = await createWorld();
  const overrideHold = { reason: 'The director agreed' };
  await bill(w, { overrideHold });
  await hold(w);
  await bill(w, { overrideHold });
  const rows = await owner`select after -> 'overriddenBecause' as why from activity
    where org_id = ${w.org.id} and verb = 'invoice_posted' order by sequence`;
  expect(rows.map((row) => row.why)).toEqual([null, 'The director agreed']);
});

test('what is repeated books once, and an invoice of nothing is no credit', async () => {
  const w = await createWorld();
  await hold(w);
  const request = { requestId: 'r1', verb: 'test', input: {} };
  const post = () =>
    w.write((tx) =>
      once(tx, request, () =>
        postInvoice(tx, w.admin, {
          customerId: w.customerId,
          invoiceDate: day('2026-02-01'),
          lines: [LINE],
          source: 'staff',
          overrideHold: { reason: 'Agreed' },
        }),
      ),
    );
  expect([(await post()).replayed, (await post()).replayed]).toEqual([false, true]);
  await bill(w, { lines: [{ ...LINE, unitPriceMinor: toMinor(0) }] });
  expect(await w.openAt('2026-12-31')).toEqual({ 'INV-00001': 10_000 });
});

test('a hold that is placed beside invoices stops every one that comes after it', async () => {
  const w = await createWorld();
  const results = await Promise.allSettled([bill(w), hold(w), bill(w), bill(w)]);
  const posted = results.filter((each, at) => at !== 1 && each.status === 'fulfilled').length;
  expect(Object.keys(await w.openAt('2026-12-31'))).toHaveLength(posted);
  expect(await refusalOf(bill(w))).toBe('credit_hold');
});

test("another business's hold holds nothing here, and a hold on reminders is none on credit", async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  await hold(other);
  const placedOn = day('2026-01-01');
  await w.write((tx) =>
    placeHold(tx, w.admin, { customerId: w.customerId, kind: 'reminders', reason: 'Asked', placedOn }),
  );
  await bill(w);
  expect(await refusalOf(bill(w, { customerId: other.customerId }))).toBe('not_found');
});

test('the interface refuses an invoice and a draft with the field that overrides it, and takes the reason', async () => {
  const w = await createWorld();
  await hold(w);
  const body = { customer_id: w.customerId, invoice_date: '2026-02-01', amount: 100 };
  const refused = { code: 'credit_hold', field: 'overrideHold' };
  await expect(ask(w, createInvoice, { body })).rejects.toMatchObject(refused);
  const override_hold = { reason: 'Agreed' };
  expect(await ask(w, createInvoice, { body: { ...body, override_hold } })).toMatchObject({ warnings: [] });
  const draft = await ask<{ invoice_id: string }>(w, createInvoice, { body: { ...body, draft: true } });
  const params = { id: draft.invoice_id };
  await expect(ask(w, postDraft, { params, body: {} })).rejects.toMatchObject(refused);
  expect(await ask(w, postDraft, { params, body: { override_hold } })).toMatchObject({ status: 'open' });
});

test('a rhythm waits while credit is held, is no failure, and bills what it missed afterwards', async () => {
  const w = await createWorld();
  const today = todayIn(w.org.timeZone);
  await w.write((tx) =>
    createRecurringInvoice(tx, w.admin, {
      customerId: w.customerId,
      lines: [LINE],
      every: 'month',
      startsOn: addDays(today, -1),
      endsOn: null,
    }),
  );
  const { holdId } = await hold(w);
  expect(await billOrganization(w.admin)).toBe(0);
  expect(await w.openAt(today)).toEqual({});
  await w.write((tx) => releaseHold(tx, w.admin, { holdId, on: today }));
  expect(await billOrganization(w.admin)).toBe(0);
  expect(await w.openAt(today)).toEqual({ 'INV-00001': 10_000 });
});

test('reversals and restored invoices are no new credit', async () => {
  const w = await createWorld();
  const { documentId } = await bill(w);
  await hold(w);
  const how = { documentId, kind: 'invoice', reason: 'Wrong', source: 'staff' } as const;
  await w.write((tx) => reverseDocument(tx, w.admin, how));
  await w.write((tx) => restoreInvoice(tx, w.admin, { documentId }));
  expect(Object.values(await w.openAt('2026-12-31'))).toEqual([10_000]);
});

test('an invoice over the credit limit is posted, and the answer says by how much', async () => {
  const w = await createWorld();
  const changes = { customerId: w.customerId, creditLimitMinor: toMinor(15_000) };
  await w.write((tx) => updateCustomer(tx, w.admin, changes));
  const post = () =>
    ask(w, createInvoice, { body: { customer_id: w.customerId, invoice_date: '2026-02-01', amount: 150 } });
  expect(await post()).toMatchObject({ warnings: [] });
  expect(await post()).toMatchObject({
    warnings: ['Acme now owes $300.00, $150.00 over its credit limit of $150.00.'],
  });
});
