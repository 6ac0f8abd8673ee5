import { createHash } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { type ReportRun, recordReportRun } from '@/db/commands/record-report-run';
import { lastRecorded } from '@/db/queries/last-recorded';
import { type Tx, withStoppableScope } from '@/db/scope';
import { type CsvColumn, csvHead, csvLines } from '@/lib/csv';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import type { Instant } from '@/lib/domain/instants';
import type { SearchParams } from '@/lib/filters';
import { paramsOf } from '@/lib/url';
import { told } from './download';
import { streamedDownload } from './stream';

/** Milliseconds that a file may take to be sent. */
const WITHIN = 600_000;

/** A list of a page as a file. `F` are the filters of the page, `Row` is a line. */
interface ListFile<F extends { readonly after: unknown }, Row> {
  /** Also how the file is named. */
  readonly kind: ReportRun['kind'];
  readonly read: (
    params: SearchParams,
    usualCurrency: string,
  ) => { readonly filters: F; readonly dropped: readonly string[] };
  readonly columns: (filters: F) => readonly CsvColumn<Row>[];
  /** All rows that the filters match, in the order of the list. */
  readonly batches: (
    tx: Tx,
    filters: F,
    moment: { readonly asOf: PlainDate; readonly knownAt: Instant },
  ) => AsyncGenerator<readonly Row[]>;
}

/** The route of a list as CSV: the filters and the order of its page, sent while it is read; notes at the end that it was taken away. */
export function listDownload<F extends { readonly after: unknown }, Row>(
  list: ListFile<F, Row>,
): (request: NextRequest) => Promise<Response> {
  return async (request) => {
    const actor = await requireStaff('books:export');
    const { filters, dropped } = list.read(paramsOf(request.nextUrl.searchParams), actor.org.currency);
    if (dropped.length > 0)
      return told(400, `This part of the address could not be read: ${dropped.join(', ')}.`);
    const asOf = todayIn(actor.org.timeZone);
    const columns = list.columns(filters);
    return streamedDownload({
      fileName: `${list.kind}_${asOf}.csv`,
      gone: request.signal,
      make: (send, signal) =>
        withStoppableScope(
          actor,
          'write',
          async (tx) => {
            const knownAt = await lastRecorded(tx);
            const hash = createHash('sha256');
            const write = async (piece: string) => {
              hash.update(piece);
              await send(piece);
            };
            await write(csvHead(columns));
            for await (const rows of list.batches(tx, filters, { asOf, knownAt }))
              for (const piece of csvLines(columns, rows)) await write(piece);
            const { after: _after, ...kept } = filters;
            const fileHash = hash.digest('hex');
            await recordReportRun(tx, actor, { kind: list.kind, asOf, knownAt, filters: kept, fileHash });
          },
          { within: WITHIN, signal },
        ),
    });
  };
}
