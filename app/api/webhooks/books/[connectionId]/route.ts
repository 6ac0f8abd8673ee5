import { noteHints } from '@/db/commands/note-hints';
import { businessOfConnection, sealedConnection } from '@/db/queries/connection';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { describeError, log } from '@/lib/log';
import { readText } from '@/lib/read-body';
import { unseal } from '@/lib/seal';
import { SEALED_FOR } from '@/lib/sources/sealed-for';
import { readWebhook } from '@/lib/sources/webhook';
import { isUuid } from '@/lib/uuid';

/** Bytes that a webhook may have: a hundred rows have less. */
const LARGEST = 2_000_000;

/**
 * Takes a webhook of the service through which these books follow others. Its signature is all that lets it in; it is answered once what it
 * says is noted, so that one that gets no answer comes again.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<'/api/webhooks/books/[connectionId]'>,
): Promise<Response> {
  const { connectionId } = await params;
  try {
    const org = isUuid(connectionId)
      ? await withScope({ kind: 'job' }, 'read', (tx) => businessOfConnection(tx, connectionId))
      : null;
    if (!org) return answer(404, 'There is no such connection.');
    const actor: StaffActor = { kind: 'staff', role: 'admin', userId: null, name: 'Webhook', org };
    const connection = await withScope(actor, 'read', sealedConnection);
    const sealed = connection?.id === connectionId ? connection.sealedSecret : null;
    const secret = sealed && unseal(sealed, SEALED_FOR.secret);
    const text = await readText(request, LARGEST);
    if (text === null) return answer(413, 'That is too large.');
    const hints = secret ? readWebhook(text, secret) : null;
    if (!hints) return answer(401, 'The signature is not right.');
    await withScope(actor, 'write', (tx) => noteHints(tx, actor, { connectionId, hints }));
    return answer(200, 'Noted.');
  } catch (error) {
    log('error', 'webhook_failed', { connectionId, error: describeError(error) });
    return answer(500, 'It was not noted. Send it again.');
  }
}

function answer(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
