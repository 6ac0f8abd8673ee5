import { z } from 'zod';
import { createBeneficiary as create } from '@/db/commands/create-beneficiary';
import { deleteBeneficiary as remove } from '@/db/commands/delete-beneficiary';
import { updateBeneficiary as update } from '@/db/commands/update-beneficiary';
import { type BeneficiaryRecord, beneficiaryById, beneficiaryList } from '@/db/queries/catalogue';
import type { Tx } from '@/db/scope';
import { Refusal } from '@/lib/refusal';
import { readNameCursor, writeNameCursor } from '../_api/cursor';
import { Page, readId, text } from '../_api/fields';
import { reading, writing } from '../_api/operation';

const Beneficiary = z.object({
  beneficiary_id: z.uuid(),
  customer_id: z.uuid().nullable(),
  name: z.string(),
  category: z.string().nullable(),
  birth_year: z.int().nullable(),
  active: z.boolean(),
  created_at: z.string(),
});

const Facts = z.strictObject({
  name: text(200),
  customer_id: z.uuid().nullable().optional().meta({ description: 'Who pays; null: nobody in particular.' }),
  category: text(100).nullable().optional(),
  birth_year: z.int().min(1900).max(2199).nullable().optional(),
});

/** On whose behalf services are given. */
export const listBeneficiaries = reading({
  id: 'listBeneficiaries',
  path: '/beneficiaries',
  summary: 'Those on whose behalf services are given, by name.',
  may: 'books:read',
  query: z.strictObject({
    ...Page,
    customer_id: z.uuid().optional(),
    active: z
      .enum(['0', '1'])
      .optional()
      .meta({ description: '1 lists active ones, 0 the others; else both.' }),
    q: z.string().trim().max(100).optional().meta({ description: 'Part of a name.' }),
  }),
  answer: z.object({ data: z.array(Beneficiary), next_cursor: z.string().nullable() }),
  run: async ({ tx }, { active, q, customer_id, limit, cursor }) => {
    const isActive = active === undefined ? undefined : active === '1';
    const filter = { isActive, q, customerId: customer_id };
    const page = await beneficiaryList(tx, filter, { limit, after: readNameCursor(cursor) });
    const next = writeNameCursor(page.next);
    return { body: { data: page.rows.map(writeBeneficiary), next_cursor: next }, next };
  },
});

/** One beneficiary. */
export const getBeneficiary = reading({
  id: 'getBeneficiary',
  path: '/beneficiaries/{id}',
  summary: 'One beneficiary.',
  may: 'books:read',
  query: z.strictObject({}),
  answer: Beneficiary,
  run: async ({ tx }, _query, { id }) => ({ body: writeBeneficiary(await found(tx, readId(id))) }),
});

/** Adds a beneficiary. */
export const createBeneficiary = writing({
  id: 'createBeneficiary',
  path: '/beneficiaries',
  summary: 'Adds somebody or something on whose behalf services are given.',
  may: 'books:write',
  status: 201,
  body: Facts,
  answer: Beneficiary,
  run: async ({ tx, actor }, body) => {
    const { customer_id, birth_year, ...facts } = body;
    const input = { ...facts, customerId: customer_id, birthYear: birth_year };
    const { beneficiaryId } = await create(tx, actor, input);
    return { body: writeBeneficiary(await found(tx, beneficiaryId)) };
  },
});

/** Changes a beneficiary. */
export const updateBeneficiary = writing({
  id: 'updateBeneficiary',
  method: 'PATCH',
  path: '/beneficiaries/{id}',
  summary: 'Changes what is given, and leaves the rest.',
  may: 'books:write',
  body: Facts.extend({ active: z.boolean() }).partial(),
  answer: Beneficiary,
  run: async ({ tx, actor }, { active, customer_id, birth_year, ...facts }, { id }) => {
    const changes = { ...facts, customerId: customer_id, birthYear: birth_year, isActive: active };
    await update(tx, actor, { beneficiaryId: readId(id), ...changes });
    return { body: writeBeneficiary(await found(tx, readId(id))) };
  },
});

/** Removes a beneficiary. */
export const deleteBeneficiary = writing({
  id: 'deleteBeneficiary',
  method: 'DELETE',
  path: '/beneficiaries/{id}',
  summary: 'Deletes a beneficiary that is on no document; one that is stays, and is no longer active.',
  may: 'books:write',
  body: z.strictObject({}),
  answer: z.object({ beneficiary_id: z.uuid(), deleted: z.boolean() }),
  run: async ({ tx, actor }, _body, { id }) => {
    const { isDeleted } = await remove(tx, actor, { beneficiaryId: readId(id) });
    return { body: { beneficiary_id: readId(id), deleted: isDeleted } };
  },
});

async function found(tx: Tx, id: string): Promise<BeneficiaryRecord> {
  const beneficiary = await beneficiaryById(tx, id);
  if (!beneficiary) throw new Refusal('not_found', 'That beneficiary does not exist.');
  return beneficiary;
}

function writeBeneficiary(row: BeneficiaryRecord): z.output<typeof Beneficiary> {
  return {
    beneficiary_id: row.id,
    customer_id: row.customerId,
    name: row.name,
    category: row.category,
    birth_year: row.birthYear,
    active: row.isActive,
    created_at: row.createdAt.toISOString(),
  };
}
