import { z } from 'zod';
import type { Actor } from '@/lib/actor';
import { areBounds, bucketLabels } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { toInstant } from '@/lib/domain/instants';
import { AGING_GROUPS, type AgingFilters } from '@/lib/filters';
import { ApiError, malformed } from '../_api/api-error';
import { AsOf, Day, InCurrency, KnownAt, Page, readAmount } from '../_api/fields';
import { ownAccount } from './own-account';

const Label = z.string().trim().min(1).max(100).optional();

/** What the aging report can be asked. */
export const AgingQuery = z.strictObject({
  ...Page,
  ...AsOf,
  ...InCurrency,
  ...KnownAt,
  basis: z
    .enum(['due', 'invoice'])
    .optional()
    .meta({ description: "What age is counted from; the organization's own unless given." }),
  bounds: z
    .string()
    .regex(/^-?\d{1,4}(,-?\d{1,4}){0,10}$/)
    .optional()
    .meta({ description: 'Last day past due of every bucket but the last.', examples: ['0,30,60,90,120'] }),
  group_by: z.enum(AGING_GROUPS).default('customer').meta({
    description:
      'parent: a row per family, under the customer at its top. tag: a customer with several counts under each, totals count it once.',
  }),
  owner: Label.meta({ description: 'Only customers of this owner, - for those without one.' }),
  tag: Label.meta({ description: 'Only customers with this tag, - for those without any.' }),
  customer_id: z.uuid().optional(),
  family: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'true with customer_id: also all customers below it.' }),
  net: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: "true: credits are taken off their customer's oldest items, on paper." }),
  bucket: z
    .string()
    .max(20)
    .optional()
    .meta({
      description: 'Name or position of a bucket: only what has something in it.',
      examples: ['31-60', '0'],
    }),
  late: z.literal('1').optional().meta({ description: 'Only what is past its due date.' }),
  due_from: Day.optional(),
  due_to: Day.optional(),
  min: z.string().max(30).optional().meta({ description: 'Smallest total, or open amount when by item.' }),
  max: z.string().max(30).optional(),
  in_base: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'true adds base_total: all currencies at the rates of the day.' }),
  q: z.string().trim().max(100).default('').meta({ description: "Part of a customer's name or code." }),
});

/**
 * The filters of the report.
 * @throws ApiError 400 for bounds, a bucket or an amount that cannot be read, 403 for what a customer may not ask; Refusal
 *   `not_found` for another customer's account.
 */
export function readFilters(
  query: z.output<typeof AgingQuery>,
  actor: Actor,
  { today, page }: { readonly today: PlainDate; readonly page: number },
): AgingFilters {
  const { org } = actor;
  const customerId = ownAccount(actor, query.customer_id);
  if (actor.kind === 'customer' && isOfBusiness(query))
    throw new ApiError(
      403,
      'forbidden',
      'Families, owners, tags and the base currency are for the business itself.',
    );
  const currency = query.currency ?? org.currency;
  const bounds = query.bounds?.split(',').map(Number) ?? org.bounds;
  if (!areBounds(bounds)) throw malformed('bounds: must rise, at most 11 of them.', 'bounds');
  const { min, max } = query;
  return {
    asOf: query.as_of ?? today,
    knownAt: query.known_at === undefined ? null : toInstant(query.known_at),
    basis: query.basis ?? org.agingBasis,
    bounds,
    currency,
    q: query.q,
    customerId: customerId ?? null,
    family: query.family === 'true',
    owner: query.owner ?? null,
    tag: query.tag ?? null,
    groupBy: query.group_by,
    net: query.net === 'true',
    bucket: query.bucket === undefined ? null : readBucket(query.bucket, bounds),
    lateOnly: query.late === '1',
    dueFrom: query.due_from ?? null,
    dueTo: query.due_to ?? null,
    minMinor: min === undefined ? null : readAmount(min, currency, 'min'),
    maxMinor: max === undefined ? null : readAmount(max, currency, 'max'),
    sort: query.group_by === 'item' ? 'oldest' : 'total',
    descending: true,
    page,
  };
}

/** Whether it asks for what no customer is told: who its relatives are, how it is labeled, what rates apply. */
function isOfBusiness({ group_by, family, in_base, owner, tag }: z.output<typeof AgingQuery>): boolean {
  const isGrouped = group_by !== 'customer' && group_by !== 'item';
  return isGrouped || family === 'true' || in_base === 'true' || owner !== undefined || tag !== undefined;
}

function readBucket(written: string, bounds: readonly number[]): number {
  const labels = bucketLabels(bounds, '-');
  // A plus sign in an address is a blank unless it was written %2B.
  const byName = labels.findIndex(
    (label) => label.toLowerCase() === written.toLowerCase().replace(/ $/, '+'),
  );
  if (byName >= 0) return byName;
  if (/^\d{1,2}$/.test(written) && Number(written) < labels.length) return Number(written);
  throw malformed(`bucket: must be one of ${labels.join(', ')}.`, 'bucket');
}
