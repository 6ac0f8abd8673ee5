import 'server-only';
import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { currentActor } from '@/app/_auth/actor';
import { actorOfAuthorization } from '@/app/_auth/api-key';
import { fileDownload } from '@/app/exports/download';
import { once } from '@/db/commands/once';
import { type Tx, withScope } from '@/db/scope';
import type { Actor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { may } from '@/lib/permissions';
import { uuid7 } from '@/lib/uuid';
import { ApiError, malformed } from './api-error';
import { failure } from './failure';
import { encodeJson, readJson } from './json';
import { acceptedType } from './media-type';
import type { FileReply, Operation, Reply } from './operation';
import { onceEach, parse } from './parse';

type Handler = (
  request: NextRequest,
  context: { readonly params: Promise<Readonly<Record<string, string>>> },
) => Promise<Response>;

/** What a write answered: the text itself, so that a repeat gets the very same. */
interface Written {
  readonly json: string;
  readonly next?: string | null;
}

/**
 * The one way from a request to an operation: who asks, whether they may, what they ask, one transaction, and words for
 * whatever goes wrong. A write is done once per Idempotency-Key; without one it cannot be repeated safely.
 */
export function serve(operation: Operation): Handler {
  return async (request, { params }) => {
    const requestId = uuid7();
    let orgId: string | null = null;
    try {
      const actor = await callerOf(request);
      orgId = actor.org.id;
      if (!may(actor, operation.may))
        throw new ApiError(403, 'forbidden', 'The role of this key or session may not do this.');
      const raw = {
        params: await params,
        query: onceEach(request.nextUrl.searchParams),
        body: operation.method === 'GET' ? undefined : await readJson(request),
      };
      if (operation.method !== 'GET') parse(NO_QUERY, raw.query);
      const { input, run } = operation.prepare(raw);
      const call = (tx: Tx) => run({ actor, tx, today: todayIn(actor.org.timeZone) });
      const headers = { 'X-Request-Id': requestId };
      if (operation.method === 'GET') {
        const mediaType = mediaTypeOf(request, operation);
        const reply = await withScope(actor, 'read', (tx) =>
          run({ actor, tx, today: todayIn(actor.org.timeZone), mediaType }),
        );
        return 'file' in reply
          ? await sent(reply, headers)
          : answered(request, operation, { ...written(reply), headers });
      }
      const key = idempotencyKey(request);
      const { answer, replayed } = await withScope(actor, 'write', async (tx) => {
        const write = async () => written(await call(tx));
        if (key === null) return { answer: await write(), replayed: false };
        return once(tx, { requestId: `api:${key}`, verb: operation.id, input }, write);
      });
      const replay = replayed ? { 'Idempotency-Replayed': 'true' } : {};
      return answered(request, operation, { ...answer, headers: { ...headers, ...replay } });
    } catch (error) {
      return failure(error, { requestId, operation: operation.id, orgId });
    }
  };
}

const NO_QUERY = z.strictObject({});

/** A key speaks for its organization or one customer; a signed-in session may look, and do nothing else here. */
async function callerOf(request: NextRequest): Promise<Actor> {
  const authorization = request.headers.get('authorization');
  const actor =
    authorization === null && request.method === 'GET'
      ? await currentActor()
      : await actorOfAuthorization(authorization);
  if (!actor)
    throw new ApiError(
      401,
      'unauthenticated',
      'Send an API key that is in force: Authorization: Bearer dl_….',
      {
        headers: { 'WWW-Authenticate': 'Bearer' },
      },
    );
  return actor;
}

function idempotencyKey(request: NextRequest): string | null {
  const key = request.headers.get('idempotency-key');
  if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key))
    throw malformed('Idempotency-Key: must be 1 to 200 printable characters without blanks.');
  return key;
}

function written(reply: Reply | FileReply): Written {
  if ('file' in reply) throw new Error('a write answers JSON, so that a repeat can answer the same');
  const { body, next } = reply;
  return { json: encodeJson(body), ...(next === undefined ? {} : { next }) };
}

/** @throws ApiError 406 when it can be answered in none of the media types that the request accepts. */
function mediaTypeOf(request: NextRequest, { produces }: Operation): string {
  const offered = ['application/json', ...(produces ?? [])];
  const type = produces ? acceptedType(request.headers.get('accept'), offered) : 'application/json';
  if (type === null)
    throw new ApiError(
      406,
      'not_acceptable',
      `This can be had as ${offered.join(' or ')}. Ask for one of them in Accept.`,
    );
  return type;
}

async function sent({ file }: FileReply, headers: Readonly<Record<string, string>>): Promise<Response> {
  const pieces = typeof file.pieces === 'function' ? await file.pieces() : file.pieces;
  const response = fileDownload(file.name, file.type, pieces);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function answered(
  request: NextRequest,
  { status }: Operation,
  { json, next, headers }: Written & { readonly headers: Readonly<Record<string, string>> },
): Response {
  return new Response(json, {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...headers,
      ...(next ? { 'X-Next-Cursor': next, Link: nextLink(request, next) } : {}),
    },
  });
}

function nextLink({ nextUrl }: NextRequest, cursor: string): string {
  const search = new URLSearchParams(nextUrl.searchParams);
  search.set('cursor', cursor);
  return `<${nextUrl.pathname}?${search}>; rel="next"`;
}
