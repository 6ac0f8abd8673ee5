import { notFound } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { requireCustomer } from '@/app/_auth/actor';
import { told } from '@/app/exports/download';
import { pdfDownload } from '@/app/exports/pdf-download';
import { StatementFile } from '@/components/pdf/statement-file';
import { accountStatement } from '@/db/queries/account-statement';
import { logoFile } from '@/db/queries/logo';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { readStatementAsked } from '@/lib/statement-asked';
import { paramsOf } from '@/lib/url';

/** The statement of the customer that asks, as PDF: the one that its portal shows at the same address. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireCustomer();
  const today = todayIn(actor.org.timeZone);
  const { asked, dropped } = readStatementAsked(paramsOf(request.nextUrl.searchParams), today);
  if (dropped.length > 0) return told(400, 'This address could not be read.');
  const found = await withScope(actor, 'read', async (tx) => {
    const content = await accountStatement(tx, actor, asked, today);
    return content && { content, logo: await logoFile(tx) };
  });
  if (!found) notFound();
  return pdfDownload(`statement_${found.content.currency}_${today}.pdf`, () =>
    StatementFile({ ...found, madeAt: new Date() }),
  );
}
