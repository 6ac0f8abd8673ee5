import { currentActor } from '@/app/_auth/actor';
import { find } from '@/db/queries/find';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { readFindQuery } from '@/lib/find-query';
import { type PaletteEntry, paletteEntries } from '@/lib/palette';
import { may } from '@/lib/permissions';

const PRIVATE = { 'Cache-Control': 'private, no-store' };

/** What the command palette offers for what was typed so far. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (actor?.kind !== 'staff' || !may(actor, 'books:read'))
    return new Response(null, { status: actor ? 403 : 401, headers: PRIVATE });
  const text = new URL(request.url).searchParams.get('q') ?? '';
  return Response.json(await entriesFor(actor, text), { headers: PRIVATE });
}

async function entriesFor(actor: StaffActor, text: string): Promise<PaletteEntry[]> {
  const { currency, timeZone } = actor.org;
  const query = readFindQuery(text, currency);
  if (!query) return [];
  const found = await withScope(actor, 'read', (tx) => find(tx, query));
  const { amountMinor } = query;
  return paletteEntries({
    found,
    amountMinor,
    today: todayIn(timeZone),
    mayWrite: may(actor, 'books:write'),
  });
}
