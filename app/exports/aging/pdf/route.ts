import type { NextRequest } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { beingMade } from '@/app/exports/being-made';
import { fileDownload, told } from '@/app/exports/download';
import { todayIn } from '@/lib/domain/dates';
import { readAgingFilters } from '@/lib/filters';
import { TooMany } from '@/lib/too-many';
import { agingPdf } from '../pdf';

/**
 * The aging report with the filters of its page, as PDF; `?detail=items` also shows the items behind every customer. One of more than
 * about 40 pages is made by the worker: 202, and a browser that goes here is led to the list of reports.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaff('books:export');
  const params = Object.fromEntries(request.nextUrl.searchParams);
  const { filters, dropped } = readAgingFilters(params, actor.org, todayIn(actor.org.timeZone));
  if (dropped.length > 0)
    return told(400, `This part of the address could not be read: ${dropped.join(', ')}.`);
  const detail = params.detail === 'items' ? 'items' : 'customers';
  const name = detail === 'items' ? 'aged-receivables-items' : 'aged-receivables';
  const fileName = `${name}_${filters.asOf}.pdf`;
  try {
    const file = await agingPdf(actor, { filters, detail, fileName });
    if (file) return fileDownload(fileName, 'application/pdf', [file]);
    return beingMade(request);
  } catch (error) {
    if (error instanceof TooMany) return told(429, error.message, error.retryAfterSeconds);
    throw error;
  }
}
