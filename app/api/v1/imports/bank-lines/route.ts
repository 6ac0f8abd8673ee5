import { createHash } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { once } from '@/db/commands/once';
import { takeInStatement } from '@/db/commands/take-in-statement';
import { knownBankColumns } from '@/db/queries/bank-columns';
import { type Tx, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { detectFormat } from '@/lib/bank/detect-format';
import { statementTable } from '@/lib/bank/read-csv';
import { preflight } from '@/lib/cors';
import { encodeJson } from '@/lib/exact-json';
import { decodeText } from '@/lib/import/decode';
import type { Mapping } from '@/lib/import/mapping';
import { uuid7 } from '@/lib/uuid';
import { malformed } from '../../_api/api-error';
import { columnsOf } from '../../_api/columns-of';
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
import { type BankLinesQuery, bankLinesQuery, statementAnswer } from './answer';

/** Milliseconds that taking a statement in may take. */
const WITHIN = 120_000;

interface Given {
  readonly bytes: Uint8Array;
  readonly query: z.output<BankLinesQuery>;
  readonly key: string | null;
}

/** Takes a bank statement as the body (CSV, CAMT.053 or OFX): its lines are matched, and wait to be accepted on the cash page. */
export async function POST(request: NextRequest): Promise<Response> {
  return forListedSites(request, await answerTo(request));
}

/** The proxy, which answers browsers that ask before they send, does not see this address. */
export function OPTIONS({ headers }: NextRequest): Response {
  return preflight(headers.get('origin'));
}

async function answerTo(request: NextRequest): Promise<Response> {
  const requestId = uuid7();
  let orgId: string | null = null;
  try {
    const { actor, limits } = await importerOf(request);
    orgId = actor.org.id;
    const query = parse(bankLinesQuery, onceEach(request.nextUrl.searchParams));
    const given = { query, key: idempotencyKeyOf(request), bytes: await fileOf(request) };
    const { json, replayed } = query.dry_run ? await tried(actor, given) : await taken(actor, given);
    const replay = replayed ? { 'Idempotency-Replayed': 'true' } : {};
    return new Response(json, {
      headers: { ...answerHeaders(requestId), ...limitHeaders(limits), ...replay },
    });
  } catch (error) {
    return failure(error, { requestId, operation: 'importBankLines', orgId });
  }
}

/** Does everything, and takes it back with its transaction. */
async function tried(actor: StaffActor, given: Given): Promise<{ json: string; replayed: boolean }> {
  try {
    return await withScope(
      actor,
      'write',
      async (tx) => {
        throw new Tried(await takenIn(tx, actor, given));
      },
      WITHIN,
    );
  } catch (error) {
    if (error instanceof Tried) return { json: error.json, replayed: false };
    throw error;
  }
}

function taken(actor: StaffActor, given: Given): Promise<{ json: string; replayed: boolean }> {
  const { query, bytes, key } = given;
  const input = { query, hash: createHash('sha256').update(bytes).digest('hex') };
  return withScope(
    actor,
    'write',
    async (tx) => {
      if (key === null) return { json: await takenIn(tx, actor, given), replayed: false };
      const request = { requestId: `api:${key}`, verb: 'importBankLines', input };
      const { answer, replayed } = await once(tx, request, async () => ({
        json: await takenIn(tx, actor, given),
      }));
      return { ...answer, replayed };
    },
    WITHIN,
  );
}

async function takenIn(tx: Tx, actor: StaffActor, { bytes, query }: Given): Promise<string> {
  const mapping = await columnsIn(tx, actor, { bytes, query });
  const { statementId } = await takeInStatement(tx, actor, { bytes, fileName: query.file_name, mapping });
  return encodeJson(await statementAnswer(tx, statementId, query.dry_run));
}

/** What the address says of the columns; null when it says nothing. @throws ApiError 400. */
async function columnsIn(
  tx: Tx,
  { org }: StaffActor,
  { bytes, query }: Pick<Given, 'bytes' | 'query'>,
): Promise<Mapping | null> {
  const { map, date_order: order, decimal } = query;
  if (map === undefined && order === undefined && decimal === undefined) return null;
  const { text } = decodeText(bytes);
  if (detectFormat(text) !== 'csv') throw malformed('map: only a table has columns.', 'map');
  const table = statementTable(text, org);
  const known = (await knownBankColumns(tx)).get(JSON.stringify(table.header)) ?? null;
  return columnsOf('bank', table, { query, currency: org.currency, known });
}

/** What would have become of a statement: ends the transaction, so that nothing of it stays. */
class Tried extends Error {
  constructor(readonly json: string) {
    super('a statement was only tried');
  }
}
