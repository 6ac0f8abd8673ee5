import { notFound } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { readDashboardView } from '@/lib/dashboard-view';
import { todayIn } from '@/lib/domain/dates';
import { TooMany } from '@/lib/too-many';
import { fileDownload, told } from '../download';
import { dashboardPdf } from './pdf';

/** The dashboard with the day and currency of its page, as PDF: every widget as a table. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaff('books:export');
  const { asOf, currency, d } = Object.fromEntries(request.nextUrl.searchParams);
  const { view, dropped } = readDashboardView({ asOf, currency, d }, actor.org, todayIn(actor.org.timeZone));
  if (dropped.length > 0)
    return told(400, `This part of the address could not be read: ${dropped.join(', ')}.`);
  try {
    const file = await dashboardPdf(actor, view);
    if (!file) notFound();
    return fileDownload(`dashboard_${view.filters.asOf}.pdf`, 'application/pdf', [file]);
  } catch (error) {
    if (error instanceof TooMany) return told(429, error.message, error.retryAfterSeconds);
    throw error;
  }
}
