import { z } from 'zod';
import { postInvoice } from '@/db/commands/post-invoice';
import { restoreInvoice as restore } from '@/db/commands/restore-invoice';
import type { Moment } from '@/db/expressions';
import { customerRecord } from '@/db/queries/customer-records';
import { draftById, draftList } from '@/db/queries/draft-invoices';
import { BILLED, invoiceList } from '@/db/queries/invoices';
import type { PlainDate } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { readDocumentCursor, readIdCursor, writeCursor, writeDocumentCursor } from '../_api/cursor';
import { AsOf, Day, InCurrency, momentOf, Page, readAmount, readId, text } from '../_api/fields';
import { type Call, reading, writing } from '../_api/operation';
import { Voiding, voidDocument } from './document-shape';
import { createDraft } from './draft-invoices';
import { Draft, NewDraft, writeDraft } from './draft-shape';
import { invoiceDetail } from './invoice-detail';
import { Invoice, InvoiceDetail, writeInvoice } from './invoice-shape';
import { NewInvoice, readInvoice } from './new-invoice';
import { PostedInvoice, postedInvoice } from './posted-invoice';

/** Which invoices a list shows: by customer and invoice date. */
export const InvoiceFilters = {
  ...AsOf,
  ...InCurrency,
  customer_id: z.uuid().optional(),
  start_date: Day.optional().meta({ description: 'First invoice date.' }),
  end_date: Day.optional().meta({ description: 'Last invoice date.' }),
};

/** Invoices, late fees and opening balances, newest first. */
export const listInvoices = reading({
  id: 'listInvoices',
  path: '/invoices',
  summary:
    'Invoices, newest first, in every currency unless one is given; also late fees and opening balances.',
  may: 'books:read',
  query: z.strictObject({
    ...Page,
    ...InvoiceFilters,
    open: z.enum(['true', 'false']).default('false').meta({ description: 'Only what is outstanding.' }),
    min_outstanding: z.string().max(30).optional().meta({ description: 'Both bounds are included.' }),
    max_outstanding: z.string().max(30).optional(),
    draft: z.enum(['0', '1']).default('0').meta({ description: '1 lists drafts instead, the newest first.' }),
  }),
  answer: z.union([z.array(Invoice), z.object({ data: z.array(Draft), next_cursor: z.string().nullable() })]),
  run: async (call, query) => {
    if (query.draft === '1') return draftPage(call, query);
    const { tx, actor, today } = call;
    const asOf = query.as_of ?? today;
    const filter = {
      customerId: query.customer_id,
      currency: query.currency,
      from: query.start_date,
      // A day in the past shows what was there; without one, invoices of later days are shown too.
      to: earliest(query.end_date, query.as_of),
      open: openBounds(query, momentOf(asOf), query.currency ?? actor.org.currency),
    };
    const page = { limit: query.limit, after: readDocumentCursor(query.cursor) };
    const { rows, next } = await invoiceList(tx, momentOf(asOf), filter, page);
    return {
      body: rows.map((row) => writeInvoice(row, actor.org, asOf)),
      next: writeDocumentCursor(next),
    };
  },
});

/** One invoice with everything about it. */
export const getInvoice = reading({
  id: 'getInvoice',
  path: '/invoices/{id}',
  summary: 'One invoice with its lines, instalments and what was applied to it; or one draft.',
  may: 'books:read',
  query: z.strictObject({
    ...AsOf,
    on: Day.optional().meta({ description: 'As as_of: the day on which somebody means to pay it.' }),
  }),
  answer: z.union([InvoiceDetail, Draft]),
  run: async (call, { on, as_of }, { id }) => {
    const draft = await draftById(call.tx, readId(id));
    if (draft) return { body: writeDraft(draft, call.actor.org.currency) };
    return { body: await invoiceDetail(call, readId(id), on ?? as_of) };
  },
});

/** Posts an invoice. */
export const createInvoice = writing({
  id: 'createInvoice',
  path: '/invoices',
  summary:
    'Posts an invoice: from now on it is owed, and cannot be edited. With draft: true it is kept as a draft.',
  may: 'books:write',
  status: 201,
  body: z.discriminatedUnion('draft', [NewInvoice, NewDraft]),
  answer: z.union([PostedInvoice, Draft]),
  run: async (call, body) => {
    if (body.draft) return { body: await createDraft(call, body) };
    const { tx, actor } = call;
    const customer = await customerRecord(tx, body.customer_id);
    if (!customer) throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
    const { documentId } = await postInvoice(
      tx,
      actor,
      readInvoice(body, body.currency ?? customer.currency, actor.org.currency),
    );
    return { body: await postedInvoice(call, documentId, customer.id) };
  },
});

/** Voids an invoice. */
export const voidInvoice = writing({
  id: 'voidInvoice',
  path: '/invoices/{id}/void',
  summary:
    'Takes an invoice, a fee or an opening balance back by a reversal, with the fees, discounts and write-offs about it. Payments are on the account again.',
  may: 'books:write',
  body: Voiding.extend({ reason: text(500).default('Voided') }),
  answer: InvoiceDetail,
  run: async (call, body, { id }) => {
    const documentId = readId(id);
    const asOf = await voidDocument(call, documentId, BILLED, body);
    return { body: await invoiceDetail(call, documentId, asOf) };
  },
});

/** Posts a voided invoice again. */
export const restoreInvoice = writing({
  id: 'restoreInvoice',
  path: '/invoices/{id}/restore',
  summary:
    'Posts an invoice again that was voided in error, as a new one; what the void took off it is applied to it again.',
  may: 'books:write',
  status: 201,
  body: z.strictObject({}),
  answer: InvoiceDetail,
  run: async (call, _body, { id }) => {
    const { documentId } = await restore(call.tx, call.actor, { documentId: readId(id) });
    return { body: await invoiceDetail(call, documentId) };
  },
});

async function draftPage(
  { tx, actor }: Call,
  query: {
    readonly customer_id?: string | undefined;
    readonly limit: number;
    readonly cursor?: string | undefined;
  },
) {
  const page = { limit: query.limit, afterId: readIdCursor(query.cursor) };
  const { rows, next } = await draftList(tx, { customerId: query.customer_id }, page);
  const cursor = writeCursor(next === null ? null : [next]);
  return {
    body: { data: rows.map((row) => writeDraft(row, actor.org.currency)), next_cursor: cursor },
    next: cursor,
  };
}

function openBounds(
  query: { open: string; min_outstanding?: string | undefined; max_outstanding?: string | undefined },
  moment: Moment,
  currency: string,
) {
  const { min_outstanding: min, max_outstanding: max } = query;
  const isOpen = query.open === 'true';
  if (!isOpen && min === undefined && max === undefined) return undefined;
  return {
    moment,
    isOpen,
    min: min === undefined ? undefined : readAmount(min, currency, 'min_outstanding'),
    max: max === undefined ? undefined : readAmount(max, currency, 'max_outstanding'),
  };
}

function earliest(a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
