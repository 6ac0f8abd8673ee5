import { z } from 'zod';
import { createService as create } from '@/db/commands/create-service';
import { deleteService as remove } from '@/db/commands/delete-service';
import { updateService as update } from '@/db/commands/update-service';
import { type ServiceRecord, serviceById, serviceList } from '@/db/queries/catalogue';
import type { Tx } from '@/db/scope';
import { MAX_DOCUMENT_MINOR, type Minor } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { malformed } from '../_api/api-error';
import { readNameCursor, writeNameCursor } from '../_api/cursor';
import { Amount, Currency, Decimal, Money, Page, readAmount, readId, text } from '../_api/fields';
import { type Answer, reading, writing } from '../_api/operation';
import { readTaxPercent } from './new-lines';

const Service = z.object({
  service_id: z.uuid(),
  name: z.string(),
  description: z.string().nullable(),
  currency: Currency,
  fee: Money,
  tax_percent: z.string(),
  active: z.boolean(),
  created_at: z.string(),
});

const Facts = z.strictObject({
  name: text(100),
  description: text(500).nullable().optional(),
  fee: Amount,
  tax_percent: Decimal.default('0'),
});

/** What is sold. */
export const listServices = reading({
  id: 'listServices',
  path: '/services',
  summary: 'Services by name.',
  may: 'books:read',
  query: z.strictObject({
    ...Page,
    active: z
      .enum(['0', '1'])
      .optional()
      .meta({ description: '1 lists active ones, 0 the others; else both.' }),
    q: z.string().trim().max(100).optional().meta({ description: 'Part of a name.' }),
  }),
  answer: z.object({ data: z.array(Service), next_cursor: z.string().nullable() }),
  run: async ({ tx }, { active, q, limit, cursor }) => {
    const isActive = active === undefined ? undefined : active === '1';
    const page = await serviceList(tx, { isActive, q }, { limit, after: readNameCursor(cursor) });
    const next = writeNameCursor(page.next);
    return { body: { data: page.rows.map(writeService), next_cursor: next }, next };
  },
});

/** One service. */
export const getService = reading({
  id: 'getService',
  path: '/services/{id}',
  summary: 'One service.',
  may: 'books:read',
  query: z.strictObject({}),
  answer: Service,
  run: async ({ tx }, _query, { id }) => ({ body: writeService(await found(tx, readId(id))) }),
});

/** Adds a service. */
export const createService = writing({
  id: 'createService',
  path: '/services',
  summary: 'Adds a service to the catalogue, in the base currency unless another is given.',
  may: 'books:write',
  status: 201,
  body: Facts.extend({ currency: Currency.optional() }),
  answer: Service,
  run: async ({ tx, actor }, { fee, tax_percent, currency = actor.org.currency, ...facts }) => {
    const { serviceId } = await create(tx, actor, {
      ...facts,
      currency,
      feeMinor: readFee(fee, currency),
      taxPercent: readTaxPercent(tax_percent, 'tax_percent'),
    });
    return { body: writeService(await found(tx, serviceId)) };
  },
});

/** Changes a service. */
export const updateService = writing({
  id: 'updateService',
  method: 'PATCH',
  path: '/services/{id}',
  summary: 'Changes what is given, and leaves the rest. Posted invoices keep what they were posted with.',
  may: 'books:write',
  body: Facts.extend({ tax_percent: Decimal, active: z.boolean() }).partial(),
  answer: Service,
  run: async ({ tx, actor }, { fee, tax_percent, active, ...facts }, { id }) => {
    const { currency } = await found(tx, readId(id));
    await update(tx, actor, {
      serviceId: readId(id),
      ...facts,
      isActive: active,
      feeMinor: fee === undefined ? undefined : readFee(fee, currency),
      taxPercent: tax_percent === undefined ? undefined : readTaxPercent(tax_percent, 'tax_percent'),
    });
    return { body: writeService(await found(tx, readId(id))) };
  },
});

/** Removes a service. */
export const deleteService = writing({
  id: 'deleteService',
  method: 'DELETE',
  path: '/services/{id}',
  summary: 'Deletes a service that was never billed; one that was is kept, and no longer active.',
  may: 'books:write',
  body: z.strictObject({}),
  answer: z.object({ service_id: z.uuid(), deleted: z.boolean() }),
  run: async ({ tx, actor }, _body, { id }) => {
    const { isDeleted } = await remove(tx, actor, { serviceId: readId(id) });
    return { body: { service_id: readId(id), deleted: isDeleted } };
  },
});

async function found(tx: Tx, id: string): Promise<ServiceRecord> {
  const service = await serviceById(tx, id);
  if (!service) throw new Refusal('not_found', 'That service does not exist.');
  return service;
}

function readFee(fee: z.output<typeof Amount>, currency: string): Minor {
  const minor = readAmount(fee, currency, 'fee');
  if (minor < 0 || minor > MAX_DOCUMENT_MINOR)
    throw malformed('fee: must be from zero to what one document can carry.', 'fee');
  return minor;
}

function writeService(service: ServiceRecord): Answer<z.output<typeof Service>> {
  const { id, name, description, currency, feeMinor, taxPercent, isActive, createdAt } = service;
  return {
    service_id: id,
    name,
    description,
    currency,
    fee: money(feeMinor, currency),
    tax_percent: taxPercent,
    active: isActive,
    created_at: createdAt.toISOString(),
  };
}
