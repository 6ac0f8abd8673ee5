import 'server-only';
import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { currentActor } from '@/app/_auth/actor';
import { fileDownload } from '@/app/exports/download';
import type { Admitted } from '@/db/commands/admit-call';
import { once } from '@/db/commands/once';
import { type Tx, withScope } from '@/db/scope';
import type { Actor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { encodeJson } from '@/lib/exact-json';
import { may } from '@/lib/permissions';
import { uuid7 } from '@/lib/uuid';
import { ApiError, malformed } from './api-error';
import { failure } from './failure';
import { readJson } from './json';
import { keyCallerOf, limitHeaders } from './key-caller';
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
      const { actor, ...limits } = await callerOf(request);
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
      const headers = { 'X-Request-Id': requestId, ...limitHeaders(limits) };
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
      const { answer, shown, replayed } = await withScope(actor, 'write', async (tx) => {
        let first: Written | undefined;
        const write = async () => {
          const reply = await call(tx);
          first = writtenOnce(reply);
          return written(reply);
        };
        if (key === null) return { answer: await write(), shown: first, replayed: false };
        const done = await once(tx, { requestId: `api:${key}`, verb: operation.id, input }, write);
        return { ...done, shown: first };
      });
      const replay = replayed ? { 'Idempotency-Replayed': 'true' } : {};
      return answered(request, operation, { ...(shown ?? answer), headers: { ...headers, ...replay } });
    } catch (error) {
      return failure(error, { requestId, operation: operation.id, orgId });
    }
  };
}

const NO_QUERY = z.strictObject({});

/** A key speaks for its organization or one customer; a signed-in session may look, and do nothing else here. */
async function callerOf(request: NextRequest): Promise<{ readonly actor: Actor } & Partial<Admitted>> {
  const authorization = request.headers.get('authorization');
  if (authorization === null && request.method === 'GET') {
    const actor = await currentActor();
    if (actor) return { actor };
  }
  return keyCallerOf(request);
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

/** What only the first answer shows; undefined when it shows what every repeat does. */
function writtenOnce(reply: Reply | FileReply): Written | undefined {
  if ('file' in reply || !reply.shownOnce) return undefined;
  return written({ ...reply, body: { ...Object(reply.body), ...reply.shownOnce } });
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
