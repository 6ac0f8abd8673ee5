import type { NextRequest } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { fileDownload, told } from '@/app/exports/download';
import { pdfInTurn } from '@/app/exports/pdf-turn';
import { PackFile } from '@/components/pdf/pack-file';
import { monthEndPack } from '@/db/queries/month-end-pack';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { readAgingFilters } from '@/lib/filters';
import { TooMany } from '@/lib/too-many';

/** Milliseconds that large books may take to be read. */
const WITHIN = 30_000;

/** The month-end pack as PDF, with the figures of its page. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaff('books:export');
  const { asOf, currency } = Object.fromEntries(request.nextUrl.searchParams);
  const { filters, dropped } = readAgingFilters({ asOf, currency }, actor.org, todayIn(actor.org.timeZone));
  if (dropped.length > 0)
    return told(400, `This part of the address could not be read: ${dropped.join(', ')}.`);
  const content = await withScope(actor, 'read', (tx) => monthEndPack(tx, filters), WITHIN);
  if (!content) return told(422, 'These books have too many customers for one pack. Take the aging report.');
  try {
    const file = await pdfInTurn(() => PackFile({ content, madeAt: new Date() }));
    return fileDownload(`month-end_${filters.asOf}_${filters.currency}.pdf`, 'application/pdf', [file]);
  } catch (error) {
    if (error instanceof TooMany) return told(429, error.message, error.retryAfterSeconds);
    throw error;
  }
}
