import { z } from 'zod';
import { openDispute } from '@/db/commands/open-dispute';
import { resolveDispute as resolve } from '@/db/commands/resolve-dispute';
import { type DisputeRow, disputeList } from '@/db/queries/disputes';
import { documentCurrency } from '@/db/queries/document-of';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { Amount, AsOf, Currency, Day, Money, readAmount, readId, text } from '../_api/fields';
import { type Answer, type Call, reading, writing } from '../_api/operation';
import { listOf, MattersQuery, pageFrom, pageReply } from './collection-lists';

const Dispute = z.object({
  dispute_id: z.uuid(),
  customer_id: z.uuid(),
  invoice_id: z.uuid(),
  invoice_number: z.string(),
  currency: Currency,
  amount: Money,
  reason: z.string(),
  opened_on: Day,
  status: z.enum(['open', 'resolved']),
  resolved_at: z.string().nullable(),
  resolution: z.string().nullable(),
});

/** Disputes, the latest first. */
export const listDisputes = reading({
  id: 'listDisputes',
  path: '/disputes',
  summary: 'What customers contest, the latest first, those that ended too.',
  may: 'books:read',
  query: z.strictObject({ ...MattersQuery, ...AsOf, invoice_id: z.uuid().optional() }),
  answer: listOf(Dispute),
  run: async ({ tx, actor, today }, query) => {
    const page = pageFrom(query);
    const { customer_id: customerId, invoice_id: documentId, as_of: asOf = today } = query;
    const rows = await disputeList(tx, { customerId, documentId, ...openedBy(query.as_of) }, page);
    const { timeZone } = actor.org;
    const lasts = ({ resolvedAt }: DisputeRow) => resolvedAt && todayIn(timeZone, resolvedAt) > asOf;
    const asThen = rows.map((row) => (lasts(row) ? { ...row, resolvedAt: null, resolution: null } : row));
    return pageReply(asThen.map(writeDispute), page);
  },
});

/** Notes that a customer contests an invoice. */
export const createDispute = writing({
  id: 'createDispute',
  path: '/disputes',
  summary:
    'Notes that a customer contests an invoice or a part of it. It stays owed; reminders leave it out.',
  may: 'books:write',
  status: 201,
  body: z.strictObject({
    invoice_id: z.uuid(),
    amount: Amount.optional().meta({ description: 'All that is open of it unless given.' }),
    reason: text(500),
    opened_on: Day.optional().meta({ description: 'Today unless given.' }),
  }),
  answer: Dispute,
  run: async (call, { invoice_id, amount, reason, opened_on }) => {
    const { tx, actor, today } = call;
    const currency = await documentCurrency(tx, invoice_id);
    const { disputeId } = await openDispute(tx, actor, {
      documentId: invoice_id,
      ...(amount === undefined ? {} : { amountMinor: readAmount(amount, currency, 'amount') }),
      reason,
      openedOn: opened_on ?? today,
    });
    return { body: await disputeOf(call, disputeId) };
  },
});

/** Ends a dispute. */
export const resolveDispute = writing({
  id: 'resolveDispute',
  method: 'PATCH',
  path: '/disputes/{id}',
  summary: 'Ends a dispute: what is still open of it is owed again, with its original due date.',
  may: 'books:write',
  body: z.strictObject({ resolved: z.literal(true), resolution: text(500) }),
  answer: Dispute,
  run: async (call, { resolution }, { id }) => {
    const { disputeId } = await resolve(call.tx, call.actor, { disputeId: readId(id), resolution });
    return { body: await disputeOf(call, disputeId) };
  },
});

/** A day in the past shows what was contested then; without one, what is dated ahead is shown too. */
function openedBy(asOf: PlainDate | undefined) {
  return asOf === undefined ? {} : { openedBy: asOf };
}

async function disputeOf({ tx }: Call, disputeId: string) {
  const [row] = await disputeList(tx, { disputeId }, { limit: 1, offset: 0 });
  if (!row) throw new Refusal('not_found', 'That dispute does not exist.');
  return writeDispute(row);
}

function writeDispute(row: DisputeRow): Answer<z.output<typeof Dispute>> {
  return {
    dispute_id: row.disputeId,
    customer_id: row.customerId,
    invoice_id: row.documentId,
    invoice_number: row.number,
    currency: row.currency,
    amount: money(row.amountMinor, row.currency),
    reason: row.reason,
    opened_on: row.openedOn,
    status: row.resolvedAt ? 'resolved' : 'open',
    resolved_at: row.resolvedAt?.toISOString() ?? null,
    resolution: row.resolution,
  };
}
