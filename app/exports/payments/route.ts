import type { NextRequest } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { withStoppableScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { readPaymentFilters } from '@/lib/payment-filters';
import { paramsOf } from '@/lib/url';
import { told } from '../download';
import { streamedDownload } from '../stream';
import { writePaymentFile } from './file';

/** Milliseconds that a file may take to be sent. */
const WITHIN = 600_000;

/** The list of payments with the filters of its page, as CSV. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaff('books:export');
  const params = paramsOf(request.nextUrl.searchParams);
  const { filters, dropped } = readPaymentFilters(params, actor.org.currency);
  if (dropped.length > 0)
    return told(400, `This part of the address could not be read: ${dropped.join(', ')}.`);
  const asOf = todayIn(actor.org.timeZone);
  return streamedDownload({
    fileName: `payments_${asOf}.csv`,
    gone: request.signal,
    make: (write, signal) =>
      withStoppableScope(actor, 'write', (tx) => writePaymentFile(tx, actor, { filters, asOf, write }), {
        within: WITHIN,
        signal,
      }),
  });
}
