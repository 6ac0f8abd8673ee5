import type { NextRequest } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { todayIn } from '@/lib/domain/dates';
import { readAgingFilters } from '@/lib/filters';
import { told } from '../download';
import { streamedDownload } from '../stream';
import { writeAgingFile } from './file';

/** The aging report with the filters of its page, as CSV; `?detail=items` gives a line per open item. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaff('books:export');
  const params = Object.fromEntries(request.nextUrl.searchParams);
  const { filters, dropped } = readAgingFilters(params, actor.org, todayIn(actor.org.timeZone));
  if (dropped.length > 0)
    return told(400, `This part of the address could not be read: ${dropped.join(', ')}.`);
  const detail = params.detail === 'items' ? 'items' : 'customers';
  const name = detail === 'items' ? 'aged-receivables-items' : 'aged-receivables';
  return streamedDownload({
    fileName: `${name}_${filters.asOf}.csv`,
    gone: request.signal,
    make: (write, signal) => writeAgingFile(actor, { filters, detail, write, signal }),
  });
}
