import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { archiveCustomer } from '@/db/commands/archive-customer';
import { createBeneficiary } from '@/db/commands/create-beneficiary';
import { createService } from '@/db/commands/create-service';
import { placeHold } from '@/db/commands/place-hold';
import { type BatchRow, postInvoiceBatch } from '@/db/commands/post-invoice-batch';
import { updateService } from '@/db/commands/update-service';
import { batchCandidates, batchInvoices } from '@/db/queries/invoice-batch';
import { readBatchFilters } from '@/lib/batch-filters';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../world';

type World = Awaited<ReturnType<typeof createWorld>>;

const service = async (w: World, name = 'School fee') =>
  (
    await w.write((tx) =>
      createService(tx, w.admin, { name, currency: 'USD', feeMinor: toMinor(45_000), taxPercent: '10' }),
    )
  ).serviceId;
const row = (customerId: string, more: Partial<BatchRow> = {}): BatchRow => ({
  customerId,
  beneficiaryId: null,
  quantity: '1',
  unitPriceMinor: toMinor(45_000),
  ...more,
});
const post = (w: World, serviceId: string, rows: readonly BatchRow[], batchId = randomUUID()) =>
  w.write((tx) =>
    postInvoiceBatch(tx, w.admin, { batchId, serviceId, invoiceDate: day('2026-03-01'), rows }),
  );
const numbers = async (w: World) =>
  (await owner`select number from documents where org_id = ${w.org.id} order by number`).map(
    (each) => each.number,
  );
const candidates = (w: World, params: Record<string, string> = {}) =>
  w.read((tx) =>
    batchCandidates(tx, readBatchFilters(params).filters, { today: day('2026-03-01'), most: 10 }),
  );

test('one press bills a service to many, each with its own price, number and tax, and names the invoices', async () => {
  const w = await createWorld();
  const serviceId = await service(w);
  const other = await w.addCustomer('Beta');
  const batchId = randomUUID();
  const rows = [row(w.customerId), row(other, { quantity: '2', unitPriceMinor: toMinor(1_005) })];
  const { posted } = await post(w, serviceId, rows, batchId);
  expect(posted.map((each) => each.number)).toEqual(['INV-00001', 'INV-00002']);
  expect(await w.openAt('2026-12-31')).toEqual({ 'INV-00001': 49_500, 'INV-00002': 2_211 });
  expect(await w.read((tx) => batchInvoices(tx, batchId))).toMatchObject([
    { number: 'INV-00001', customer: 'Acme', amountMinor: 49_500 },
    { number: 'INV-00002', customer: 'Beta', amountMinor: 2_211 },
  ]);
  const deeds =
    await owner`select verb from activity where org_id = ${w.org.id} order by sequence desc limit 3`;
  expect(deeds.map((each) => each.verb)).toEqual(['invoices_batched', 'invoice_posted', 'invoice_posted']);
});

test('all or none: an archived customer, a hold, nothing to pay or a service no longer offered books nothing', async () => {
  const w = await createWorld();
  const serviceId = await service(w);
  const [archived, held] = [await w.addCustomer('Archived'), await w.addCustomer('Held')];
  await w.write((tx) => archiveCustomer(tx, w.admin, { customerId: archived }));
  await w.write((tx) =>
    placeHold(tx, w.admin, {
      customerId: held,
      kind: 'credit',
      reason: 'No reply',
      placedOn: day('2026-01-01'),
    }),
  );
  const refused = (rows: readonly BatchRow[]) => refusalOf(post(w, serviceId, rows));
  expect(await refused([row(w.customerId), row(archived)])).toBe('customer_archived');
  expect(await refused([row(w.customerId), row(held)])).toBe('credit_hold');
  expect(await refused([row(w.customerId, { unitPriceMinor: toMinor(0) })])).toBe('amount_must_be_positive');
  expect(await refused([row(w.customerId), row(w.customerId)])).toBe('duplicate');
  expect(await refused([row(randomUUID())])).toBe('not_found');
  expect(await refused([])).toBe('invalid');
  await w.write((tx) => updateService(tx, w.admin, { serviceId, isActive: false }));
  expect(await refused([row(w.customerId)])).toBe('invalid');
  expect(await numbers(w)).toEqual([]);
});

test('a beneficiary stands on the line, and only its own customer can be billed for it', async () => {
  const w = await createWorld();
  const serviceId = await service(w);
  const other = await w.addCustomer('Beta');
  const { beneficiaryId } = await w.write((tx) =>
    createBeneficiary(tx, w.admin, { name: 'Mia', customerId: w.customerId, category: 'Class 3' }),
  );
  expect(await refusalOf(post(w, serviceId, [row(other, { beneficiaryId })]))).toBe('customer_mismatch');
  await post(w, serviceId, [row(w.customerId, { beneficiaryId }), row(w.customerId)]);
  const lines =
    await owner`select beneficiary_id from document_lines where org_id = ${w.org.id} order by beneficiary_id nulls last`;
  expect(lines.map((each) => each.beneficiary_id)).toEqual([beneficiaryId, null]);
});

test('two presses at the same moment for the same customers book both, without a gap and without waiting in a circle', async () => {
  const w = await createWorld();
  const serviceId = await service(w);
  const other = await w.addCustomer('Beta');
  await Promise.all([
    post(w, serviceId, [row(w.customerId), row(other)]),
    post(w, serviceId, [row(other), row(w.customerId)]),
  ]);
  expect(await numbers(w)).toEqual(['INV-00001', 'INV-00002', 'INV-00003', 'INV-00004']);
});

test('another business can neither bill with a service nor see what was billed', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  const serviceId = await service(w);
  const batchId = randomUUID();
  await post(w, serviceId, [row(w.customerId)], batchId);
  expect(await refusalOf(post(other, serviceId, [row(other.customerId)]))).toBe('not_found');
  expect(await refusalOf(post(other, await service(other), [row(w.customerId)]))).toBe('not_found');
  expect(await other.read((tx) => batchInvoices(tx, batchId))).toEqual([]);
});

test('who can be billed is named with the reason why not, narrowed by name, owner, tag and category', async () => {
  const w = await createWorld();
  const held = await w.addCustomer('Held');
  await w.write((tx) =>
    placeHold(tx, w.admin, {
      customerId: held,
      kind: 'credit',
      reason: 'No reply',
      placedOn: day('2026-01-01'),
    }),
  );
  const archived = await w.addCustomer('Gone');
  for (const [name, customerId, category] of [
    ['Mia', w.customerId, 'Class 3'],
    ['Noah', archived, 'Class 4'],
  ] as const)
    await w.write((tx) => createBeneficiary(tx, w.admin, { name, customerId, category }));
  await w.write((tx) => archiveCustomer(tx, w.admin, { customerId: archived }));
  await owner`update customers set owner = 'Ines', tags = array['key'] where id = ${w.customerId}`;
  const named = async (params: Record<string, string> = {}) =>
    (await candidates(w, params)).map((each) => [each.beneficiary?.name ?? each.customer, each.refusal]);
  expect(await named()).toEqual([
    ['Acme', null],
    ['Held', 'On credit hold: No reply'],
  ]);
  expect(await named({ q: 'eld' })).toHaveLength(1);
  expect(await named({ owner: 'Ines', tag: 'key' })).toEqual([['Acme', null]]);
  expect(await named({ bill: 'beneficiaries' })).toEqual([
    ['Mia', null],
    ['Noah', 'The customer is archived'],
  ]);
  expect(await named({ bill: 'beneficiaries', category: 'Class 4' })).toHaveLength(1);
});
