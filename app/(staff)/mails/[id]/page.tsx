import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireStaff } from '@/app/_auth/actor';
import { AttemptList } from '@/components/mails/attempt-list';
import { MailCopy } from '@/components/mails/mail-copy';
import { MailFacts } from '@/components/mails/mail-facts';
import { Page } from '@/components/shell/page';
import { logoFile } from '@/db/queries/logo';
import { type MailDetail, mailDetail } from '@/db/queries/mail-detail';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { MAIL_KIND_NAMES } from '@/lib/mail/kinds';
import { withLogoInside } from '@/lib/mail/logo';
import { route, withParams } from '@/lib/url';
import { isUuid } from '@/lib/uuid';
import { MailDeeds } from './mail-deeds';

/** The subject of the mail. */
export async function generateMetadata({ params }: PageProps<'/mails/[id]'>): Promise<Metadata> {
  return { title: titleOf(await readMail(await requireStaff('mail:manage'), (await params).id)) };
}

/** One mail: the copy that went out, whom it went to, what became of it, and what can be done about it. */
export default async function MailPage({ params, searchParams }: PageProps<'/mails/[id]'>) {
  const actor = await requireStaff('mail:manage');
  const search = await searchParams;
  const mail = await readMail(actor, (await params).id);
  const { timeZone } = actor.org;
  const today = todayIn(timeZone);
  const path = route(`/mails/${mail.id}`);
  return (
    <Page title={titleOf(mail)} parents={[{ label: 'Mail', href: '/mails' }]}>
      <div className="flex flex-1 max-lg:flex-col">
        <div className="flex min-w-0 flex-1 flex-col gap-3 px-6 py-6 max-md:px-4">
          <MailCopy
            html={mail.html}
            plain={mail.plain}
            isPlain={search.as === 'text'}
            htmlHref={withParams(path, search, { as: null })}
            plainHref={withParams(path, search, { as: 'text' })}
          />
        </div>
        <aside
          aria-label="This mail"
          className="flex w-[352px] shrink-0 flex-col gap-6 border-border px-6 py-6 max-lg:order-first max-lg:w-full max-lg:border-b max-md:px-4 lg:border-l print:hidden"
        >
          <MailFacts mail={mail} timeZone={timeZone} today={today} />
          <MailDeeds mail={mail} />
          <AttemptList tries={mail.tries} timeZone={timeZone} today={today} />
        </aside>
      </div>
    </Page>
  );
}

/** The copy shows the picture that the business has now. */
const readMail = cache(async (actor: StaffActor, id: string): Promise<MailDetail> => {
  if (!isUuid(id)) notFound();
  const { mail, logo } = await withScope(actor, 'read', async (tx) => ({
    mail: await mailDetail(tx, id),
    logo: await logoFile(tx),
  }));
  if (!mail) notFound();
  return { ...mail, html: mail.html && withLogoInside(mail.html, logo) };
});

function titleOf({ subject, params }: MailDetail): string {
  return subject ?? MAIL_KIND_NAMES[params.kind];
}
