import 'server-only';
import type { NextRequest } from 'next/server';
import { currentActor } from '@/app/_auth/actor';
import type { StaffActor } from '@/lib/actor';
import { isOwnOrigin } from '@/lib/app-origin';
import { may } from '@/lib/permissions';

/**
 * Who sends a request of these routes, or the answer that turns it away. Files pass by `proxy.ts`, which would hold them
 * in memory, so these routes look at the origin themselves.
 */
export async function importerOf(request: NextRequest): Promise<StaffActor | Response> {
  const origin = request.headers.get('origin');
  const isForeign = request.headers.get('sec-fetch-site') === 'cross-site';
  if (request.method !== 'GET' && (origin === null || !isOwnOrigin(origin) || isForeign))
    return told(403, 'This request did not come from a page of this application. Nothing was changed.');
  const actor = await currentActor();
  if (!actor) return told(401, 'You are signed out. Nothing was saved. Sign in and try again.');
  if (actor.kind !== 'staff' || !may(actor, 'books:import'))
    return told(403, 'Your role cannot import. Nothing was saved. Ask an administrator of your business.');
  return actor;
}

/** An answer to a request of these routes: a sentence for the person. */
export function told(status: number, message: string): Response {
  return Response.json({ message }, { status, headers: NO_STORE });
}

/** Headers of every answer of these routes. */
export const NO_STORE = {
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
} as const;
