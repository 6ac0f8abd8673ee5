import type { NextRequest } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { withStoppableScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { readExploreFilters } from '@/lib/explore-filters';
import { paramsOf } from '@/lib/url';
import { streamedDownload } from '../stream';
import { writeExploreFile } from './file';

/** Milliseconds that a file may take to be sent. */
const WITHIN = 600_000;

/** The open items of Explore with the filters and the order of its page, as CSV; `?columns=all` gives every column. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaff('books:export');
  const params = paramsOf(request.nextUrl.searchParams);
  const { filters, dropped } = readExploreFilters(params, actor.org, todayIn(actor.org.timeZone));
  if (dropped.length > 0)
    return new Response(`This part of the address could not be read: ${dropped.join(', ')}.`, {
      status: 400,
    });
  const columns = params.columns === 'all' ? 'all' : 'table';
  return streamedDownload({
    fileName: `open-invoices_${filters.asOf}.csv`,
    gone: request.signal,
    make: (write, signal) =>
      withStoppableScope(actor, 'write', (tx) => writeExploreFile(tx, actor, { filters, columns, write }), {
        within: WITHIN,
        signal,
      }),
  });
}
