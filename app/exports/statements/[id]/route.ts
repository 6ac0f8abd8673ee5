import { notFound } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { requireStaff } from '@/app/_auth/actor';
import { told } from '@/app/exports/download';
import { pdfDownload } from '@/app/exports/pdf-download';
import { statementFile } from '@/components/pdf/paper-files';
import { lastRecorded } from '@/db/queries/last-recorded';
import { logoFile } from '@/db/queries/logo';
import { statementPaper } from '@/db/queries/statement-paper';
import { withScope } from '@/db/scope';
import { isCurrency } from '@/lib/domain/currencies';
import { isPlainDate, todayIn } from '@/lib/domain/dates';
import { isUuid } from '@/lib/uuid';

const Day = z.string().refine(isPlainDate);
const Query = z.object({
  asOf: Day.optional(),
  from: Day.optional(),
  currency: z.string().refine(isCurrency).optional(),
});

/** The statement of a customer as PDF: what is unpaid as of a day, or with `?from=` what happened from that day on. */
export async function GET(
  request: NextRequest,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const actor = await requireStaff('books:export');
  const { id } = await params;
  const query = Query.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (!query.success) return told(400, 'This address could not be read.');
  const { asOf = todayIn(actor.org.timeZone), from = null, currency = null } = query.data;
  if (from !== null && from > asOf) return told(400, 'The first day of a statement is not after its last.');
  const found = isUuid(id)
    ? await withScope(actor, 'read', async (tx) => {
        const { bounds } = actor.org;
        const knownAt = await lastRecorded(tx);
        const content = await statementPaper(tx, { customerId: id, currency, from, asOf, knownAt, bounds });
        return content && { content, logo: await logoFile(tx) };
      })
    : null;
  if (!found) notFound();
  const { name, draw } = statementFile(found.content, found.logo);
  return pdfDownload(name, draw);
}
