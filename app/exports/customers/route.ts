import type { NextRequest } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { withStoppableScope } from '@/db/scope';
import { readCustomerFilters } from '@/lib/customer-filters';
import { todayIn } from '@/lib/domain/dates';
import { paramsOf } from '@/lib/url';
import { told } from '../download';
import { streamedDownload } from '../stream';
import { writeCustomerFile } from './file';

/** Milliseconds that a file may take to be sent. */
const WITHIN = 600_000;

/** The list of customers with the filters and the order of its page, as CSV. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaff('books:export');
  const params = paramsOf(request.nextUrl.searchParams);
  const { filters, dropped } = readCustomerFilters(params, actor.org.currency);
  if (dropped.length > 0)
    return told(400, `This part of the address could not be read: ${dropped.join(', ')}.`);
  const asOf = todayIn(actor.org.timeZone);
  return streamedDownload({
    fileName: `customers_${asOf}.csv`,
    gone: request.signal,
    make: (write, signal) =>
      withStoppableScope(actor, 'write', (tx) => writeCustomerFile(tx, actor, { filters, asOf, write }), {
        within: WITHIN,
        signal,
      }),
  });
}
