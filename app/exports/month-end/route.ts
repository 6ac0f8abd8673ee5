import type { NextRequest } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { fileDownload, told } from '@/app/exports/download';
import { todayIn } from '@/lib/domain/dates';
import { readPackFilters } from '@/lib/filters';
import { TooMany } from '@/lib/too-many';
import { packPdf } from './pdf';

/** The month-end pack as PDF, with the figures of its page: of the end of the last month unless another day is named. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaff('books:export');
  const { asOf, currency } = Object.fromEntries(request.nextUrl.searchParams);
  const today = todayIn(actor.org.timeZone);
  const { filters, dropped } = readPackFilters({ asOf, currency }, actor.org, today);
  if (dropped.length > 0)
    return told(400, `This part of the address could not be read: ${dropped.join(', ')}.`);
  try {
    const file = await packPdf(actor, filters);
    if (!file) return told(422, 'These books have too many customers for one pack. Take the aging report.');
    return fileDownload(`month-end_${filters.asOf}_${filters.currency}.pdf`, 'application/pdf', [file]);
  } catch (error) {
    if (error instanceof TooMany) return told(429, error.message, error.retryAfterSeconds);
    throw error;
  }
}
