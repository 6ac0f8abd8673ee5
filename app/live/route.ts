import { currentSession } from '@/app/_auth/session';
import { lastActivity } from '@/db/queries/last-activity';
import { liveSession } from '@/db/queries/sessions';
import { withScope } from '@/db/scope';
import { may } from '@/lib/permissions';
import { notices } from './notices';

/** Tells a page of the staff, as it happens, that something was recorded in its organization; not what. */
export async function GET(request: Request): Promise<Response> {
  const session = await currentSession();
  if (!session) return new Response(null, { status: 401 });
  const { actor } = session;
  if (actor.kind !== 'staff' || !may(actor, 'books:read')) return new Response(null, { status: 403 });
  const { sequence } = await withScope(actor, 'read', lastActivity);
  const body = notices({
    orgId: actor.org.id,
    sequence,
    // Not the look that counts as use: an open page keeps nobody signed in.
    isInForce: async () =>
      (await withScope({ kind: 'auth' }, 'read', (tx) => liveSession(tx, session.id))) !== null,
    signal: request.signal,
  });
  if (!body) return new Response(null, { status: 503, headers: { 'Retry-After': '30' } });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'private, no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
