import type { NextRequest } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { recordActivity } from '@/db/commands/record-activity';
import { activityBatches } from '@/db/queries/activity';
import { type Tx, withStoppableScope } from '@/db/scope';
import { type ActivityFilters, readActivityFilters } from '@/lib/activity-filters';
import type { StaffActor } from '@/lib/actor';
import { csvHead, csvLines } from '@/lib/csv';
import { todayIn } from '@/lib/domain/dates';
import { paramsOf } from '@/lib/url';
import { streamedDownload, type Write } from '../stream';
import { ACTIVITY_COLUMNS } from './columns';

/** Milliseconds that a file may take to be sent. */
const WITHIN = 600_000;

/** The activity with the filters of its page, newest first, as CSV; that it was taken away is an entry of it. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaff('activity:read');
  const { filters, dropped } = readActivityFilters(paramsOf(request.nextUrl.searchParams));
  if (dropped.length > 0)
    return new Response(`This part of the address could not be read: ${dropped.join(', ')}.`, {
      status: 400,
    });
  return streamedDownload({
    fileName: `activity_${todayIn(actor.org.timeZone)}.csv`,
    gone: request.signal,
    make: (write, signal) =>
      withStoppableScope(actor, 'write', (tx) => writeFile(tx, actor, { filters, write }), {
        within: WITHIN,
        signal,
      }),
  });
}

async function writeFile(
  tx: Tx,
  actor: StaffActor,
  { filters, write }: { readonly filters: ActivityFilters; readonly write: Write },
): Promise<void> {
  await write(csvHead(ACTIVITY_COLUMNS));
  let rows = 0;
  for await (const entries of activityBatches(tx, { ...filters, before: null }, actor.org.timeZone)) {
    rows += entries.length;
    for (const lines of csvLines(ACTIVITY_COLUMNS, entries)) await write(lines);
  }
  const { before: _before, ...narrowed } = filters;
  await recordActivity(tx, actor, {
    verb: 'activity_exported',
    objectKind: 'organization',
    objectId: actor.org.id,
    after: { rows, ...narrowed },
  });
}
