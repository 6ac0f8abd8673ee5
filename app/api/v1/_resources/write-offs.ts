import { z } from 'zod';
import { recoverWriteOff as recover } from '@/db/commands/recover-write-off';
import { writeOff } from '@/db/commands/write-off';
import { documentFacts } from '@/db/queries/document-facts';
import type { Tx } from '@/db/scope';
import { later, type PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import { Refusal } from '@/lib/refusal';
import { malformed } from '../_api/api-error';
import { Amount, AsOf, Day, readAmount, readId, text } from '../_api/fields';
import { type Call, reading, writing } from '../_api/operation';
import { LedgerDocument, ledgerDocument, Voiding, voidDocument, writeDocument } from './document-shape';

const KINDS: readonly DocumentKind[] = ['write_off', 'credit_write_off'];

const WriteOff = LedgerDocument.extend({ write_off_id: z.uuid() });

/** One write-off. */
export const getWriteOff = reading({
  id: 'getWriteOff',
  path: '/write-offs/{id}',
  summary: 'One write-off with what it settled.',
  may: 'books:read',
  query: z.strictObject({ ...AsOf }),
  answer: WriteOff,
  run: async (call, { as_of }, { id }) => ({ body: await detailOf(call, readId(id), as_of) }),
});

/** Lets go of what is owed, or takes an unclaimed credit as gain. */
export const createWriteOff = writing({
  id: 'createWriteOff',
  path: '/write-offs',
  summary:
    'Lets go of what is owed of an invoice; or of what is left of a credit that nobody claims, as gain.',
  may: 'books:write',
  status: 201,
  body: z.strictObject({
    invoice_id: z.uuid().optional(),
    credit_id: z.uuid().optional().meta({ description: 'A payment or credit memo: the rest of it is gain.' }),
    item_id: z.uuid().optional().meta({ description: 'One instalment of an invoice.' }),
    amount: Amount.optional().meta({ description: 'All that is open unless given.' }),
    date: Day,
    reason: text(500),
  }),
  answer: WriteOff,
  run: async (call, { invoice_id, credit_id, item_id, amount, date, reason }) => {
    const [id, another] = [invoice_id, credit_id, item_id].filter((each) => each !== undefined);
    if (!id || another)
      throw malformed('invoice_id: give one of invoice_id, credit_id and item_id.', 'invoice_id');
    const currency = await currencyOf(call.tx, id);
    const { documentId } = await writeOff(call.tx, call.actor, {
      id,
      on: date,
      reason,
      source: 'api',
      ...(amount === undefined ? {} : { amountMinor: readAmount(amount, currency, 'amount') }),
    });
    return { body: await detailOf(call, documentId, later(call.today, date)) };
  },
});

/** Takes a write-off back, because there is money after all. */
export const recoverWriteOff = writing({
  id: 'recoverWriteOff',
  path: '/write-offs/{id}/recover',
  summary: 'Takes a write-off back, or a part of it: that is open again, and can be paid.',
  may: 'books:write',
  body: z.strictObject({
    amount: Amount.optional().meta({ description: 'All of it unless given; the rest is written off again.' }),
    date: Day.optional().meta({ description: 'Today unless given.' }),
  }),
  answer: WriteOff.extend({
    rest_id: z.uuid().nullable().meta({ description: 'The write-off of what was not recovered.' }),
  }),
  run: async (call, { amount, date }, { id }) => {
    const documentId = readId(id);
    const currency = await currencyOf(call.tx, documentId);
    const { documentDate, rest } = await recover(call.tx, call.actor, {
      documentId,
      on: date ?? call.today,
      source: 'api',
      ...(amount === undefined ? {} : { amountMinor: readAmount(amount, currency, 'amount') }),
    });
    const detail = await detailOf(call, documentId, later(call.today, documentDate));
    return { body: { ...detail, rest_id: rest?.documentId ?? null } };
  },
});

/** Voids a write-off that was booked wrong. */
export const voidWriteOff = writing({
  id: 'voidWriteOff',
  path: '/write-offs/{id}/void',
  summary: 'Takes a write-off back that was booked wrong, from its own day on.',
  may: 'books:write',
  body: Voiding,
  answer: WriteOff,
  run: async (call, body, { id }) => {
    const documentId = readId(id);
    const asOf = await voidDocument(call, documentId, KINDS, body);
    return { body: await detailOf(call, documentId, asOf) };
  },
});

async function currencyOf(tx: Tx, id: string): Promise<string> {
  const found = await documentFacts(tx, id);
  if (!found) throw new Refusal('not_found', 'That document does not exist.');
  return found.currency;
}

async function detailOf(call: Call, documentId: string, asOf: PlainDate = call.today) {
  const document = await ledgerDocument(call, documentId, { kinds: KINDS, asOf });
  return { write_off_id: documentId, ...writeDocument(document, call.actor.org.currency) };
}
