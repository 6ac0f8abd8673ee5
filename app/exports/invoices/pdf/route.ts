import { type NextRequest, NextResponse } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { appOrigin } from '@/lib/app-origin';
import { todayIn } from '@/lib/domain/dates';
import { readInvoiceFilters } from '@/lib/invoice-filters';
import { Refusal } from '@/lib/refusal';
import { TooMany } from '@/lib/too-many';
import { paramsOf } from '@/lib/url';
import { fileDownload, told } from '../../download';
import { invoicesPdf } from '../pdf';

/**
 * The invoices that the filters match in one PDF, each as its customer gets it. More than 25 are made by the worker: 202, and a
 * browser that goes here is led to the list of reports.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaff('books:export');
  const params = paramsOf(request.nextUrl.searchParams);
  const { filters, dropped } = readInvoiceFilters(params, actor.org.currency);
  if (dropped.length > 0)
    return told(400, `This part of the address could not be read: ${dropped.join(', ')}.`);
  const fileName = `invoices_${todayIn(actor.org.timeZone)}.pdf`;
  try {
    const file = await invoicesPdf(actor, { filters, fileName });
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
