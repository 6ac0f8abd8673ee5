import type { Metadata } from 'next';
import Link from 'next/link';
import { z } from 'zod';
import { requireStaff } from '@/app/_auth/actor';
import { DroppedStrip } from '@/components/dropped-strip';
import { renderMail } from '@/components/email/render-mail';
import { MailCopy } from '@/components/mails/mail-copy';
import { Page } from '@/components/shell/page';
import { Segmented } from '@/components/ui/segmented';
import { logoFile } from '@/db/queries/logo';
import { mailSender } from '@/db/queries/mail-settings';
import { withScope } from '@/db/scope';
import { mailContent } from '@/lib/mail/content';
import { MAIL_EXAMPLES } from '@/lib/mail/examples';
import { mailHref } from '@/lib/mail/href';
import { MAIL_LANGUAGES } from '@/lib/mail/languages';
import { withLogoInside } from '@/lib/mail/logo';
import { paramReader } from '@/lib/read-params';
import { withParams } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';

export const metadata: Metadata = { title: 'Mail templates' };

const CODES = MAIL_LANGUAGES.map(([code]) => code);
const NAMES = MAIL_EXAMPLES.map(({ name }) => name);

/** Every template in every language, from the business and with values that are examples. All its state is in the URL. */
export default async function TemplatesPage({ searchParams }: PageProps<'/mails/templates'>) {
  const actor = await requireStaff('mail:manage');
  const params = await searchParams;
  const { read, dropped } = paramReader(params);
  const language = read('language', z.enum(CODES), 'en' as const);
  const name = read('template', z.enum(NAMES), MAIL_EXAMPLES[0]?.name);
  const example = MAIL_EXAMPLES.find((each) => each.name === name);
  if (!example) throw new Error('there are no templates');
  const { sender, logo } = await withScope(actor, 'read', async (tx) => ({
    sender: await mailSender(tx),
    logo: await logoFile(tx),
  }));
  const { subject, html, plain } = await renderMail(
    mailContent(example.params, {
      language,
      sender: sender.name,
      toName: 'Dana',
      href: mailHref(example.params, { documentId: uuid7(), secret: null }),
    }),
    logo,
  );
  const href = (changes: Record<string, string | null>) => withParams('/mails/templates', params, changes);
  return (
    <Page title="Mail templates" parents={[{ label: 'Mail', href: '/mails' }]}>
      <DroppedStrip names={dropped} />
      <div className="flex flex-1 max-lg:flex-col">
        <nav
          aria-label="Templates"
          className="w-[248px] shrink-0 border-border px-3 py-4 max-lg:w-full max-lg:border-b lg:border-r"
        >
          <ul className="max-lg:flex max-lg:gap-1 max-lg:overflow-x-auto">
            {MAIL_EXAMPLES.map((each) => (
              <li key={each.name} className="shrink-0">
                <Link
                  href={href({ template: each.name })}
                  aria-current={each.name === example.name ? 'page' : undefined}
                  className="nav max-md:h-11"
                >
                  {each.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex min-w-0 flex-1 flex-col gap-3 px-6 py-5 max-md:px-4">
          <p className="text-meta text-muted-foreground">Names and amounts are examples.</p>
          <div className="max-md:overflow-x-auto">
            <Segmented
              label="Language"
              options={MAIL_LANGUAGES.map(([code, label]) => ({
                label,
                href: href({ language: code === 'en' ? null : code }),
                isCurrent: code === language,
              }))}
            />
          </div>
          <h2 className="text-section" lang={language}>
            {subject}
          </h2>
          <MailCopy
            html={withLogoInside(html, logo)}
            plain={plain}
            isPlain={params.as === 'text'}
            htmlHref={href({ as: null })}
            plainHref={href({ as: 'text' })}
          />
        </div>
      </div>
    </Page>
  );
}
