import { ZodError } from 'zod';
import { reportMail } from '@/db/commands/report-mail';
import { businessOfMail } from '@/db/queries/mails-due';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { type MailNews, readMailNews, UnsignedMailNews } from '@/lib/integrations/mail-reports';
import { log } from '@/lib/log';
import { readText } from '@/lib/read-body';
import { Refusal } from '@/lib/refusal';

/** Bytes that a body may have: reports of 200 mails are far shorter. */
const MOST = 200_000;

/**
 * Where whoever sends mails for us tells which came back or were complained of. Only what is signed with MAIL_WEBHOOK_SECRET is
 * heard; what is told of mails that are not ours, or again, changes nothing.
 */
export async function POST(request: Request): Promise<Response> {
  const secret = process.env.MAIL_WEBHOOK_SECRET;
  if (!secret) return Response.json({ error: 'Nobody listens here.' }, { status: 404 });
  const body = await readText(request, MOST);
  if (body === null) return Response.json({ error: 'That is too long.' }, { status: 413 });
  let news: readonly MailNews[];
  try {
    news = readMailNews(body, request.headers.get('x-dueline-signature'), { secret, now: Date.now() });
  } catch (error) {
    if (error instanceof UnsignedMailNews)
      return Response.json({ error: 'The signature is not right.' }, { status: 401 });
    if (!(error instanceof ZodError || error instanceof SyntaxError)) throw error;
    return Response.json({ error: 'That cannot be read.' }, { status: 400 });
  }
  let noted = 0;
  // One after the other: each is of its own business, and is noted for itself.
  for (const each of news) if (await isNoted(each)) noted += 1;
  return Response.json({ noted, ignored: news.length - noted });
}

async function isNoted({ mailId, what, detail }: MailNews): Promise<boolean> {
  const org = mailId && (await withScope({ kind: 'job' }, 'read', (tx) => businessOfMail(tx, mailId)));
  if (!mailId || !org) return false;
  const teller: StaffActor = { kind: 'staff', role: 'admin', userId: null, name: 'Mail server', org };
  try {
    await withScope(teller, 'write', (tx) =>
      reportMail(tx, teller, { mailId, what, detail: detail || 'Told by the mail server' }),
    );
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log('warn', 'mail_report_refused', { org: org.id, id: mailId, code: error.code });
    return false;
  }
}
