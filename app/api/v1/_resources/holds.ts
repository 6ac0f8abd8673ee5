import { z } from 'zod';
import { placeHold } from '@/db/commands/place-hold';
import { releaseHold as release } from '@/db/commands/release-hold';
import { type HoldRow, holdList } from '@/db/queries/holds';
import { HOLD_KINDS } from '@/lib/domain/hold';
import { Refusal } from '@/lib/refusal';
import { AsOf, Day, readId, text } from '../_api/fields';
import { type Call, reading, writing } from '../_api/operation';
import { listOf, MattersQuery, pageFrom, pageReply } from './collection-lists';

const Hold = z.object({
  hold_id: z.uuid(),
  customer_id: z.uuid(),
  document_id: z.uuid().nullable().meta({ description: 'Null when it is for the whole customer.' }),
  kind: z.enum(HOLD_KINDS),
  reason: z.string(),
  placed_on: Day,
  released_on: Day.nullable().meta({ description: 'From when on it holds no longer.' }),
});

/** Holds, the latest first. */
export const listHolds = reading({
  id: 'listHolds',
  path: '/holds',
  summary: 'Whose reminders or credit are on hold, the latest first, those released too.',
  may: 'books:read',
  query: z.strictObject({ ...MattersQuery, ...AsOf }),
  answer: listOf(Hold),
  run: async ({ tx }, query) => {
    const page = pageFrom(query);
    const { customer_id: customerId, as_of: asOf } = query;
    const rows = await holdList(tx, { customerId, placedBy: asOf }, page);
    const asThen = rows.map((row) =>
      asOf && row.releasedOn && row.releasedOn > asOf ? { ...row, releasedOn: null } : row,
    );
    return pageReply(asThen.map(writeHold), page);
  },
});

/** Puts something on hold. */
export const createHold = writing({
  id: 'createHold',
  path: '/holds',
  summary: 'Stops the reminders of a customer or of one document, or further credit, until it is released.',
  may: 'books:write',
  status: 201,
  body: z.strictObject({
    customer_id: z.uuid(),
    document_id: z.uuid().optional(),
    kind: z.enum(HOLD_KINDS).default('reminders'),
    reason: text(500),
    placed_on: Day.optional().meta({ description: 'Today unless given.' }),
  }),
  answer: Hold,
  run: async (call, body) => {
    const { holdId } = await placeHold(call.tx, call.actor, {
      customerId: body.customer_id,
      ...(body.document_id ? { documentId: body.document_id } : {}),
      kind: body.kind,
      reason: body.reason,
      placedOn: body.placed_on ?? call.today,
    });
    return { body: await holdOf(call, holdId) };
  },
});

/** Releases a hold. */
export const releaseHold = writing({
  id: 'releaseHold',
  path: '/holds/{id}/release',
  summary: 'Ends a hold, from today or the day given.',
  may: 'books:write',
  body: z.strictObject({ on: Day.optional() }),
  answer: Hold,
  run: async (call, { on }, { id }) => {
    const { holdId } = await release(call.tx, call.actor, { holdId: readId(id), on: on ?? call.today });
    return { body: await holdOf(call, holdId) };
  },
});

async function holdOf({ tx }: Call, holdId: string) {
  const [row] = await holdList(tx, { holdId }, { limit: 1, offset: 0 });
  if (!row) throw new Refusal('not_found', 'That hold does not exist.');
  return writeHold(row);
}

function writeHold(row: HoldRow) {
  return {
    hold_id: row.id,
    customer_id: row.customerId,
    document_id: row.documentId,
    kind: row.kind,
    reason: row.reason,
    placed_on: row.placedOn,
    released_on: row.releasedOn,
  };
}
