import { z } from 'zod';
import { deleteDraftInvoice } from '@/db/commands/delete-draft-invoice';
import { postInvoice } from '@/db/commands/post-invoice';
import { saveDraftInvoice } from '@/db/commands/save-draft-invoice';
import { assertNotPosted, takeDraftInvoice } from '@/db/commands/take-draft-invoice';
import { customerRecord } from '@/db/queries/customer-records';
import { draftById } from '@/db/queries/draft-invoices';
import { Refusal } from '@/lib/refusal';
import { readId } from '../_api/fields';
import { type Call, writing } from '../_api/operation';
import { contentOf, Draft, DraftChanges, type NewDraft, writeDraft } from './draft-shape';
import { NewInvoice, OverrideHold, readInvoice } from './new-invoice';
import { PostedInvoice, postedInvoice } from './posted-invoice';

/** Changes a draft. */
export const updateInvoice = writing({
  id: 'updateInvoice',
  method: 'PATCH',
  path: '/invoices/{id}',
  summary:
    'Changes a draft: what is left out stays, null takes a field back. A posted invoice is never changed.',
  may: 'books:write',
  body: DraftChanges,
  answer: Draft,
  run: async (call, body, { id }) => {
    const draftId = readId(id);
    const draft = (await draftById(call.tx, draftId)) ?? (await assertNotPosted(call.tx, draftId));
    const merged = Object.entries({ ...contentOf(draft.content), ...body });
    const content = Object.fromEntries(merged.filter(([, value]) => value !== null && value !== undefined));
    await saveDraftInvoice(call.tx, call.actor, { draftId, ...read(content) });
    return { body: await draftOf(call, draftId) };
  },
});

/** Throws a draft away. */
export const deleteInvoice = writing({
  id: 'deleteInvoice',
  method: 'DELETE',
  path: '/invoices/{id}',
  summary: 'Throws a draft away. A posted invoice is never deleted, but voided.',
  may: 'books:write',
  body: z.strictObject({}),
  answer: z.object({ invoice_id: z.uuid(), deleted: z.boolean() }),
  run: async ({ tx, actor }, _body, { id }) => {
    const { draftId } = await deleteDraftInvoice(tx, actor, { draftId: readId(id) });
    return { body: { invoice_id: draftId, deleted: true } };
  },
});

/** Posts a draft. */
export const postDraft = writing({
  id: 'postDraft',
  path: '/invoices/{id}/post',
  summary: 'Posts a draft under its id: it gets its number, and from now on it is owed.',
  may: 'books:write',
  body: z.strictObject({ override_hold: OverrideHold.optional() }),
  answer: PostedInvoice,
  run: async (call, { override_hold }, { id }) => {
    const { tx, actor } = call;
    const documentId = readId(id);
    const { content } = await takeDraftInvoice(tx, documentId);
    const invoice = complete(content);
    const customer = await customerRecord(tx, invoice.customer_id);
    if (!customer) throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
    const currency = invoice.currency ?? customer.currency;
    const posting = readInvoice({ ...invoice, override_hold }, currency, actor.org.currency);
    await postInvoice(tx, actor, { ...posting, documentId });
    return { body: await postedInvoice(call, documentId, customer.id) };
  },
});

/** Keeps a new draft. */
export async function createDraft(call: Call, { draft: _draft, ...content }: z.output<typeof NewDraft>) {
  const { draftId } = await saveDraftInvoice(call.tx, call.actor, read(content));
  return draftOf(call, draftId);
}

async function draftOf({ tx, actor }: Call, draftId: string) {
  const draft = await draftById(tx, draftId);
  if (!draft) throw new Refusal('not_found', 'That invoice does not exist.');
  return writeDraft(draft, actor.org.currency);
}

function read(content: Readonly<Record<string, unknown>>) {
  const { customer_id: customerId } = content;
  return { customerId: typeof customerId === 'string' ? customerId : null, content };
}

function complete(content: unknown): z.output<typeof NewInvoice> {
  const parsed = NewInvoice.safeParse(content);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new Refusal(
    'draft_incomplete',
    `The draft lacks what an invoice needs, or has it wrong: ${field}.`,
    field,
  );
}
