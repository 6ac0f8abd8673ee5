import { createHash } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { bookChecked } from '@/db/commands/import-book';
import { checkFile, type ImportCheck } from '@/db/commands/import-check';
import { lockImporting } from '@/db/commands/import-lock';
import { saveImport } from '@/db/commands/import-save';
import { once } from '@/db/commands/once';
import { type Tx, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { preflight } from '@/lib/cors';
import { encodeJson } from '@/lib/exact-json';
import { decodeFile } from '@/lib/import/decode';
import { type ImportKind, isImportKind } from '@/lib/import/fields';
import { parseTable } from '@/lib/import/parse';
import { rowResults } from '@/lib/import/row-results';
import { uuid7 } from '@/lib/uuid';
import { ApiError } from '../../_api/api-error';
import { failure } from '../../_api/failure';
import {
  answerHeaders,
  fileOf,
  forListedSites,
  idempotencyKeyOf,
  importerOf,
} from '../../_api/import-request';
import { limitHeaders } from '../../_api/key-caller';
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
  return forListedSites(request, await answerTo(request, (await params).kind));
}

/** The proxy, which answers browsers that ask before they send, does not see this address. */
export function OPTIONS({ headers }: NextRequest): Response {
  return preflight(headers.get('origin'));
}

async function answerTo(request: NextRequest, kind: string): Promise<Response> {
  const requestId = uuid7();
  let orgId: string | null = null;
  try {
    const { actor, limits } = await importerOf(request);
    orgId = actor.org.id;
    if (!isImportKind(kind)) throw new ApiError(404, 'not_found', 'There is nothing under this address.');
    const given: Given = {
      kind,
      query: parse(importQuery, onceEach(request.nextUrl.searchParams)),
      key: idempotencyKeyOf(request),
      bytes: await fileOf(request),
    };
    const { json, replayed } = given.query.dry_run ? await tried(actor, given) : await booked(actor, given);
    const replay = replayed ? { 'Idempotency-Replayed': 'true' } : {};
    return new Response(json, {
      headers: { ...answerHeaders(requestId), ...limitHeaders(limits), ...replay },
    });
  } catch (error) {
    if (error instanceof HasErrors) return error.answer(requestId);
    return failure(error, { requestId, operation: 'importFile', orgId });
  }
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
    return new Response(encodeJson(body), { status: 422, headers: answerHeaders(requestId) });
  }
}
