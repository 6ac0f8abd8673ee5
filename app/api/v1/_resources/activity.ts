import { z } from 'zod';
import { type ActivityEntry, activityPage } from '@/db/queries/activity';
import { ACTIVITY_KINDS } from '@/lib/activity-kinds';
import { activitySentence } from '@/lib/activity-words';
import { earlier } from '@/lib/domain/dates';
import { malformed } from '../_api/api-error';
import { readCursor, writeCursor } from '../_api/cursor';
import { AsOf, Day, Page, text } from '../_api/fields';
import { reading } from '../_api/operation';
import { listOf } from './collection-lists';

const Entry = z.object({
  sequence: z.int().meta({ description: 'From 1 within the organization, without gaps.' }),
  at: z.string(),
  actor_id: z.uuid().nullable().meta({ description: 'Null for keys, jobs and the command line.' }),
  actor_name: z.string(),
  verb: z.string().meta({ examples: ['payment_recorded'] }),
  sentence: z.string().meta({ description: 'The same in words, as on screen.' }),
  object_kind: z.string(),
  object_id: z.uuid(),
  customer_id: z.uuid().nullable(),
  customer_name: z.string().nullable(),
  before: z.unknown().meta({ description: 'What it was; null when it is new.' }),
  after: z.unknown().meta({ description: 'What it became, or what was done to it.' }),
});

/** What was done, and by whom. */
export const listActivity = reading({
  id: 'listActivity',
  path: '/activity',
  summary: 'Everything that anybody did, the latest first: an append-only chain, for administrators.',
  may: 'activity:read',
  query: z.strictObject({
    ...Page,
    ...AsOf,
    actor: text(200).optional().meta({ description: 'The id of a user, or the name of a key or a job.' }),
    verb: z
      .string()
      .regex(/^[a-z_]{1,60}$/, 'is not a verb')
      .optional(),
    kind: z.enum(ACTIVITY_KINDS.map(({ kind }) => kind)).optional(),
    object: z.uuid().optional().meta({ description: 'What it was done to.' }),
    q: z.string().trim().max(100).default('').meta({
      description: 'The number of a document, or a part of the name of a customer.',
    }),
    from: Day.optional().meta({ description: "The first day, on the organization's calendar." }),
    to: Day.optional(),
  }),
  answer: listOf(Entry),
  run: async ({ tx, actor }, { limit, cursor, as_of, to, ...query }) => {
    const filters = {
      verb: query.verb ?? null,
      actor: query.actor ?? null,
      kind: query.kind ?? null,
      objectId: query.object,
      q: query.q,
      from: query.from ?? null,
      to: as_of && to ? earlier(as_of, to) : (as_of ?? to ?? null),
      before: readSequence(cursor),
    };
    const { entries, nextBefore } = await activityPage(tx, filters, { timeZone: actor.org.timeZone, limit });
    const next = writeCursor(nextBefore === null ? null : [String(nextBefore)]);
    return { body: { data: entries.map(writeEntry), next_cursor: next }, next };
  },
});

function readSequence(cursor: string | undefined): number | null {
  const [sequence] = readCursor(cursor, 1) ?? [];
  if (sequence === undefined) return null;
  if (!/^\d{1,15}$/.test(sequence)) throw malformed('cursor: is not one that this list gave.', 'cursor');
  return Number(sequence);
}

function writeEntry(entry: ActivityEntry) {
  return {
    sequence: entry.sequence,
    at: entry.at.toISOString(),
    actor_id: entry.actorId,
    actor_name: entry.actorName,
    verb: entry.verb,
    sentence: activitySentence(entry),
    object_kind: entry.objectKind,
    object_id: entry.objectId,
    customer_id: entry.customerId,
    customer_name: entry.customer,
    before: entry.before,
    after: entry.after,
  };
}
