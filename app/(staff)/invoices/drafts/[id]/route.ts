import { z } from 'zod';
import { answerTo } from '@/app/_actions/answers';
import { currentActor } from '@/app/_auth/actor';
import { saveDraftInvoice } from '@/db/commands/save-draft-invoice';
import { draftById } from '@/db/queries/draft-invoices';
import { withScope } from '@/db/scope';
import { may } from '@/lib/permissions';
import { Refusal } from '@/lib/refusal';
import { isStorable } from '@/lib/storable';
import { isUuid } from '@/lib/uuid';

const body = z.strictObject({
  customerId: z.uuid().nullable(),
  /** When the draft was last saved as the writer saw it; null: never. */
  seenAt: z.iso.datetime().nullable(),
  content: z.record(z.string(), z.unknown()).refine(isStorable),
});

/** Characters that the content of a draft may have: two hundred long lines. */
const LONGEST = 400_000;

/** Keeps a draft while it is written; answers when it was saved. 409 when it was saved elsewhere since, or posted. */
export async function PUT(
  request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return told(401, 'You are signed out. Sign in again in another tab; this stays here.');
  if (actor.kind !== 'staff' || !may(actor, 'books:write'))
    return told(403, 'Your role cannot write invoices. Nothing was saved.');
  const { id } = await params;
  const text = await request.text();
  const parsed = text.length <= LONGEST && isUuid(id) ? body.safeParse(readJson(text)) : null;
  if (!parsed?.success) return told(422, 'This draft is too long, or holds what cannot be kept.');
  const { customerId, seenAt, content } = parsed.data;
  try {
    const { savedAt } = await withScope(actor, 'write', (tx) =>
      saveDraftInvoice(tx, actor, {
        draftId: id,
        seenAt: seenAt === null ? null : new Date(seenAt),
        customerId,
        content,
      }),
    );
    return Response.json({ savedAt: savedAt.toISOString() }, { headers: NO_STORE });
  } catch (error) {
    const state = answerTo(error, { verb: 'draft_saved', actorId: actor.userId });
    const message = 'message' in state ? state.message : '';
    if (state.status !== 'refused') return told(500, message);
    const other = await withScope(actor, 'read', (tx) => draftById(tx, id));
    return Response.json(
      { message, savedAt: other?.updatedAt.toISOString() ?? null, isPosted: isPosted(error) },
      { status: 409, headers: NO_STORE },
    );
  }
}

function isPosted(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'already_posted';
}

const NO_STORE = { 'Cache-Control': 'private, no-store' } as const;

function told(status: number, message: string): Response {
  return Response.json({ message }, { status, headers: NO_STORE });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
