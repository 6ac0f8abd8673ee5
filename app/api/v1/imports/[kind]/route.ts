import { createHash } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { bookChecked } from '@/db/commands/import-book';
import { checkFile, type ImportCheck } from '@/db/commands/import-check';
import { lockImporting } from '@/db/commands/import-lock';
import { saveImport } from '@/db/commands/import-save';
import { once } from '@/db/commands/once';
import { type Tx, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { corsHeaders, preflight } from '@/lib/cors';
import { encodeJson } from '@/lib/exact-json';
import { decodeFile } from '@/lib/import/decode';
import { type ImportKind, isImportKind } from '@/lib/import/fields';
import { MAX_FILE_BYTES, parseTable, TOO_LARGE } from '@/lib/import/parse';
import { readBody } from '@/lib/import/read-body';
import { rowResults } from '@/lib/import/row-results';
import { may } from '@/lib/permissions';
import { uuid7 } from '@/lib/uuid';
import { ApiError, malformed } from '../../_api/api-error';
import { failure } from '../../_api/failure';
import { keyCallerOf, limitHeaders } from '../../_api/key-caller';
import { onceEach, parse } from '../../_api/parse';
import { importAnswer } from './answer';
import { importQuery, mappingOf } from './query';

/** Milliseconds that an import may take: ten minutes. */
const WITHIN = 600_000;

interface Given {
  readonly kind: ImportKind;
  readonly bytes: Uint8Array;
  readonly query: ReturnType<typeof importQuery.parse>;
  /** Null when a repeat is to be told by its rows alone, which are never booked twice. */
  readonly key: string | null;
}

interface Context {
  readonly params: Promise<{ readonly kind: string }>;
}

/** Takes a CSV file as the body: tells with `?dry_run=true` what would become of every row, and books it otherwise. */
export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  const response = await answerTo(request, (await params).kind);
  const cors = corsHeaders(request.headers.get('origin'));
  for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
  return response;
}

/** The proxy, which answers browsers that ask before they send, does not see this address. */
export function OPTIONS({ headers }: NextRequest): Response {
  return preflight(headers.get('origin'));
}

async function answerTo(request: NextRequest, kind: string): Promise<Response> {
  const requestId = uuid7();
  let orgId: string | null = null;
  try {
    const { actor, limits } = await callerOf(request);
    orgId = actor.org.id;
    if (!isImportKind(kind)) throw new ApiError(404, 'not_found', 'There is nothing under this address.');
    const given: Given = {
      kind,
      query: parse(importQuery, onceEach(request.nextUrl.searchParams)),
      key: keyOf(request),
      bytes: await bytesOf(request),
    };
    const { json, replayed } = given.query.dry_run ? await tried(actor, given) : await booked(actor, given);
    const replay = replayed ? { 'Idempotency-Replayed': 'true' } : {};
    return new Response(json, { headers: { ...headersOf(requestId), ...limitHeaders(limits), ...replay } });
  } catch (error) {
    if (error instanceof HasErrors) return error.answer(requestId);
    return failure(error, { requestId, operation: 'importFile', orgId });
  }
}

function headersOf(requestId: string): Record<string, string> {
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
  };
}

async function tried(actor: StaffActor, given: Given) {
  const check = await withScope(actor, 'read', (tx) => checked(tx, actor, given), WITHIN);
  return { json: encodeJson(importAnswer(check, null)), replayed: false };
}

function booked(actor: StaffActor, given: Given): Promise<{ json: string; replayed: boolean }> {
  const { kind, bytes, query, key } = given;
  const book = async (tx: Tx) => {
    await lockImporting(tx);
    const check = await checked(tx, actor, given);
    if (!query.skip_refused && check.plan && check.plan.problems.length > 0) throw new HasErrors(check);
    const save = { kind, bytes, mapping: check.mapping, fileName: query.file_name };
    const { importId } = await saveImport(tx, actor, save);
    const refused = query.skip_refused ? 'skip' : 'stop';
    await bookChecked(tx, actor, { importId, fileName: query.file_name, refused, check });
    return encodeJson(importAnswer(check, importId));
  };
  const input = { kind, query, hash: createHash('sha256').update(bytes).digest('hex') };
  return withScope(
    actor,
    'write',
    async (tx) => {
      if (key === null) return { json: await book(tx), replayed: false };
      const request = { requestId: `api:${key}`, verb: 'importFile', input };
      const { answer, replayed } = await once(tx, request, async () => ({ json: await book(tx) }));
      return { ...answer, replayed };
    },
    WITHIN,
  );
}

/** The dry run. */
function checked(tx: Tx, actor: StaffActor, { kind, bytes, query }: Given): Promise<ImportCheck> {
  const table = parseTable(decodeFile(bytes).text);
  const mapping = mappingOf(kind, table, { query, currency: actor.org.currency });
  return checkFile(tx, actor, { kind, bytes, mapping });
}

async function callerOf(request: NextRequest) {
  const { actor, ...limits } = await keyCallerOf(request);
  if (actor.kind !== 'staff' || !may(actor, 'books:import'))
    throw new ApiError(403, 'forbidden', 'The role of this key may not import.');
  return { actor, limits };
}

function keyOf(request: NextRequest): string | null {
  const key = request.headers.get('idempotency-key');
  if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key))
    throw malformed('Idempotency-Key: must be 1 to 200 printable characters without blanks.');
  return key;
}

async function bytesOf(request: NextRequest): Promise<Uint8Array> {
  const body = await readBody(request, MAX_FILE_BYTES);
  if (body === 'too large') throw new ApiError(413, 'too_large', TOO_LARGE);
  if (body === 'cut off')
    throw malformed('Only a part of the file arrived. Nothing was booked; send it again.');
  return body;
}

/** Nothing was booked because of these rows; unlike other refusals it lists them. */
class HasErrors extends Error {
  constructor(private readonly check: ImportCheck) {
    super('rows cannot be imported');
  }

  answer(requestId: string): Response {
    const { table, plan } = this.check;
    const rows = plan ? rowResults(table, plan).filter(({ status }) => status === 'refused') : [];
    const message = `${rows.length} rows cannot be imported, so nothing was. Correct them, or send skip_refused=true.`;
    const body = { error: { code: 'import_has_errors', message, request_id: requestId, rows } };
    return new Response(encodeJson(body), { status: 422, headers: headersOf(requestId) });
  }
}
