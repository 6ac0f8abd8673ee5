import { type NextRequest, NextResponse } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { appOrigin } from '@/lib/app-origin';
import { todayIn } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { readStatementFilters } from '@/lib/statement-filters';
import { TooMany } from '@/lib/too-many';
import { paramsOf } from '@/lib/url';
import { fileDownload, told } from '../download';
import { statementsPdf } from './pdf';

/**
 * The statements of all customers that the page of statements would list, in one PDF. More than 25 are made by the worker: 202, and a
 * browser that goes here is led to the list of reports.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaff('books:export');
  const { currency, timeZone } = actor.org;
  const params = paramsOf(request.nextUrl.searchParams);
  const { filters, dropped } = readStatementFilters(params, currency, todayIn(timeZone));
  if (dropped.length > 0)
    return told(400, `This part of the address could not be read: ${dropped.join(', ')}.`);
  const fileName = `statements_${filters.to}.pdf`;
  try {
    const file = await statementsPdf(actor, { filters, fileName });
    if (file) return fileDownload(fileName, 'application/pdf', [file]);
    if (request.headers.get('sec-fetch-mode') === 'navigate')
      return NextResponse.redirect(`${appOrigin()}/reports`, 303);
    return told(202, 'They are many and are being made. Reports has them when they are ready.');
  } catch (error) {
    if (error instanceof TooMany) return told(429, error.message, error.retryAfterSeconds);
    if (error instanceof Refusal) return told(422, error.message);
    throw error;
  }
}
