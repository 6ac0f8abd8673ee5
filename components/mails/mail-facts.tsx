import Link from 'next/link';
import type { MailDetail } from '@/db/queries/mail-detail';
import type { PlainDate } from '@/lib/domain/dates';
import { formatInstant } from '@/lib/format';
import { MAIL_KIND_NAMES } from '@/lib/mail/kinds';
import { MAIL_LANGUAGES } from '@/lib/mail/languages';
import { route } from '@/lib/url';
import { MailStateBadge } from './mail-state';

interface MailFactsProps {
  readonly mail: MailDetail;
  readonly timeZone: string;
  readonly today: PlainDate;
}

/** Whom a mail is for, what it is, and how it stands. */
export function MailFacts({ mail, timeZone, today }: MailFactsProps) {
  const { state, problem, params, customerId, customer, cc, sentAt, sendAfter, language } = mail;
  const at = (instant: Date) => formatInstant(instant, timeZone, today);
  return (
    <section>
      <p className="flex flex-wrap items-center gap-2">
        <MailStateBadge state={state} />
        {sentAt && <span className="text-muted-foreground">{at(sentAt)}</span>}
        {state === 'queued' && <span className="text-muted-foreground">goes {at(sendAfter)}</span>}
      </p>
      {problem && <p className="mt-2 break-words text-destructive">{problem}</p>}
      <dl className="mt-4 grid grid-cols-[88px_1fr] gap-y-1.5">
        <dt className="text-muted-foreground">To</dt>
        <dd className="min-w-0 break-words">
          {mail.toName} <span className="text-muted-foreground">{mail.toAddress}</span>
        </dd>
        {cc.length > 0 && (
          <>
            <dt className="text-muted-foreground">Copy</dt>
            <dd className="min-w-0 break-words">{cc.join(', ')}</dd>
          </>
        )}
        {customerId && (
          <>
            <dt className="text-muted-foreground">Customer</dt>
            <dd className="min-w-0 break-words">
              <Link href={route(`/customers/${customerId}`)} className="link">
                {customer}
              </Link>
            </dd>
          </>
        )}
        <dt className="text-muted-foreground">Kind</dt>
        <dd>{MAIL_KIND_NAMES[params.kind]}</dd>
        <dt className="text-muted-foreground">Language</dt>
        <dd>{MAIL_LANGUAGES.find(([code]) => code === language)?.[1] ?? language}</dd>
        <dt className="text-muted-foreground">Id</dt>
        <dd className="min-w-0 text-meta break-all text-muted-foreground">{mail.messageId}</dd>
      </dl>
    </section>
  );
}
