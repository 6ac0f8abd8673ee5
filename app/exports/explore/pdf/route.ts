import type { NextRequest } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { beingMade } from '@/app/exports/being-made';
import { fileDownload, told } from '@/app/exports/download';
import { todayIn } from '@/lib/domain/dates';
import { readExploreFilters } from '@/lib/explore-filters';
import { TooMany } from '@/lib/too-many';
import { paramsOf } from '@/lib/url';
import { explorePdf } from '../pdf';

/**
 * Explore with the filters and the order of its page, as PDF; `?detail=invoices` also lists the rows of its table. One of more than
 * about 40 pages is made by the worker: 202, and a browser that goes here is led to the list of reports.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaff('books:export');
  const params = paramsOf(request.nextUrl.searchParams);
  const { filters, dropped } = readExploreFilters(params, actor.org, todayIn(actor.org.timeZone));
  if (dropped.length > 0)
    return told(400, `This part of the address could not be read: ${dropped.join(', ')}.`);
  const detail = params.detail === 'invoices' ? 'invoices' : 'summary';
  try {
    const fileName = `open-invoices_${filters.asOf}.pdf`;
    const file = await explorePdf(actor, { filters, detail, fileName });
    if (file) return fileDownload(fileName, 'application/pdf', [file]);
    return beingMade(request);
  } catch (error) {
    if (error instanceof TooMany) return told(429, error.message, error.retryAfterSeconds);
    throw error;
  }
}
