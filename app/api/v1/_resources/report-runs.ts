import { z } from 'zod';
import { filtersOf } from '@/app/exports/aging/remake';
import { remakeReport } from '@/app/exports/remake';
import { type LaterRecord, type ReportChange, reportChanges } from '@/db/queries/report-changes';
import { reportRunById, reportRunList, type StoredReportRun } from '@/db/queries/report-runs';
import type { Tx } from '@/db/scope';
import { toInstant } from '@/lib/domain/instants';
import { sumOf, toMinor } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { ApiError } from '../_api/api-error';
import { readOffset, writeCursor } from '../_api/cursor';
import { AsOf, Currency, Day, KnownAt, Money, Page, readId } from '../_api/fields';
import { type Answer, reading } from '../_api/operation';

const Run = z.object({
  report_run_id: z.uuid(),
  kind: z.string(),
  as_of: Day,
  known_at: z.string().meta({ description: 'The last instant recorded in what it was made from.' }),
  filters: z.looseObject({}),
  file_hash: z.string().meta({ description: 'SHA-256 of the file, in hex.' }),
  created_by: z.uuid().nullable(),
  made_at: z.string().nullable(),
});

/** Reports that were handed out. */
export const listReportRuns = reading({
  id: 'listReportRuns',
  path: '/report-runs',
  summary: 'Reports that somebody took away, the latest first. Each can be made again.',
  may: 'books:read',
  query: z.strictObject({ ...Page, ...AsOf }),
  answer: z.object({ data: z.array(Run), next_cursor: z.string().nullable() }),
  run: async ({ tx }, { limit, cursor }) => {
    const offset = readOffset(cursor);
    const rows = await reportRunList(tx, { limit: limit + 1, offset });
    const next = rows.length > limit ? writeCursor([String(offset + limit)]) : null;
    return { body: { data: rows.slice(0, limit).map(writeRun), next_cursor: next }, next };
  },
});

/** One of them. */
export const getReportRun = reading({
  id: 'getReportRun',
  path: '/report-runs/{id}',
  summary: 'One report that somebody took away, with all that it takes to make it again.',
  may: 'books:read',
  query: z.strictObject({ ...AsOf }),
  answer: Run,
  run: async ({ tx }, _query, { id }) => ({ body: writeRun(await runOf(tx, id)) }),
});

/** The file, made again. */
export const getReportRunFile = reading({
  id: 'getReportRunFile',
  path: '/report-runs/{id}/file',
  summary:
    'The report made again. As CSV or PDF, whichever it was, the file itself, or 409 if it is no longer the same to the byte; as JSON both hashes.',
  may: 'books:read',
  query: z.strictObject({ ...AsOf }),
  answer: z.object({
    report_run_id: z.uuid(),
    file_hash: z.string(),
    remade_hash: z.string(),
    is_same: z.boolean(),
  }),
  produces: ['text/csv', 'application/pdf'],
  run: async ({ tx, mediaType }, _query, { id }) => {
    const run = await runOf(tx, id);
    const { type, pieces, fileHash, isSame } = await remakeReport(tx, run);
    if (mediaType !== 'text/csv' && mediaType !== 'application/pdf')
      return {
        body: { report_run_id: run.id, file_hash: run.fileHash, remade_hash: fileHash, is_same: isSame },
      };
    if (mediaType !== type)
      throw new ApiError(406, 'not_acceptable', `This report was handed out as ${type}.`);
    if (!isSame)
      throw new ApiError(
        409,
        'report_differs',
        'Made again, this report is not the file that was handed out. Ask for JSON to see both hashes.',
      );
    const name = `${run.kind}_${run.asOf}.${type === 'text/csv' ? 'csv' : 'pdf'}`;
    return { file: { name, type, pieces } };
  },
});

const Ref = z.object({ document_id: z.uuid(), kind: z.string(), number: z.string() });

const Change = Ref.extend({
  item_id: z.uuid(),
  customer_id: z.uuid(),
  customer_name: z.string(),
  document_date: Day,
  due_on: Day,
  open_then: Money,
  open_now: Money,
  difference: Money,
  because: z.array(
    z.object({
      what: z.enum(['document', 'applied', 'taken_back']),
      document: Ref.meta({ description: 'The document itself, or the other side of what was applied.' }),
      effective_on: Day,
      recorded_at: z.string(),
      amount: Money.meta({ description: 'What it did to the open amount.' }),
    }),
  ),
});

/** What was sent, compared with what is known by now. */
export const getReportRunChanges = reading({
  id: 'getReportRunChanges',
  path: '/report-runs/{id}/changes',
  summary:
    'The open items that the report would show otherwise as known now, for the same day, with what was recorded since.',
  may: 'books:read',
  query: z.strictObject({ ...Page, ...AsOf, ...KnownAt }),
  answer: z.object({
    report_run_id: z.uuid(),
    as_of: Day,
    then_known_at: z.string(),
    now_known_at: z.string().nullable(),
    currency: Currency,
    difference: Money.meta({ description: 'Of all items together.' }),
    count: z.int(),
    data: z.array(Change),
    next_cursor: z.string().nullable(),
  }),
  run: async ({ tx }, { limit, cursor, known_at }, { id }) => {
    const run = await runOf(tx, id);
    const filters = filtersOf(run);
    const { currency } = filters;
    const now = known_at === undefined ? null : toInstant(known_at);
    const offset = readOffset(cursor);
    const changes = await reportChanges(tx, filters, now);
    const next = offset + limit < changes.length ? writeCursor([String(offset + limit)]) : null;
    const difference = sumOf(changes.flatMap((each) => [each.nowMinor, toMinor(-each.thenMinor)]));
    return {
      body: {
        report_run_id: run.id,
        as_of: run.asOf,
        then_known_at: run.knownAt,
        now_known_at: now,
        currency,
        difference: money(difference, currency),
        count: changes.length,
        data: changes.slice(offset, offset + limit).map((each) => writeChange(each, currency)),
        next_cursor: next,
      },
      next,
    };
  },
});

async function runOf(tx: Tx, id: string | undefined): Promise<StoredReportRun> {
  const run = await reportRunById(tx, readId(id));
  if (!run) throw new Refusal('not_found', 'That report does not exist.');
  return run;
}

function writeRun(run: StoredReportRun): Answer<z.output<typeof Run>> {
  return {
    report_run_id: run.id,
    kind: run.kind,
    as_of: run.asOf,
    known_at: run.knownAt,
    filters: { ...filtersAsNoted(run.filters) },
    file_hash: run.fileHash,
    created_by: run.createdBy,
    made_at: run.madeAt?.toISOString() ?? null,
  };
}

function filtersAsNoted(filters: unknown): object {
  return typeof filters === 'object' && filters !== null ? filters : {};
}

function writeChange(each: ReportChange, currency: string): Answer<z.output<typeof Change>> {
  return {
    item_id: each.itemId,
    document_id: each.documentId,
    kind: each.kind,
    number: each.number,
    customer_id: each.customerId,
    customer_name: each.customer,
    document_date: each.documentDate,
    due_on: each.dueOn,
    open_then: money(each.thenMinor, currency),
    open_now: money(each.nowMinor, currency),
    difference: money(toMinor(each.nowMinor - each.thenMinor), currency),
    because: each.because.map((record) => writeRecord(record, currency)),
  };
}

function writeRecord({ what, document, effectiveOn, recordedAt, deltaMinor }: LaterRecord, currency: string) {
  return {
    what,
    document: { document_id: document.documentId, kind: document.kind, number: document.number },
    effective_on: effectiveOn,
    recorded_at: recordedAt,
    amount: money(deltaMinor, currency),
  };
}
