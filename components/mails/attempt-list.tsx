import type { MailDetail } from '@/db/queries/mail-detail';
import type { PlainDate } from '@/lib/domain/dates';
import { formatInstant } from '@/lib/format';
import type { AttemptOutcome } from '@/lib/mail/states';

interface AttemptListProps {
  readonly tries: MailDetail['tries'];
  readonly timeZone: string;
  readonly today: PlainDate;
}

const OUTCOMES: Readonly<Record<AttemptOutcome, string>> = {
  sent: 'Taken by the mail server',
  kept: 'Kept here',
  deferred: 'Not now, tried again later',
  refused: 'Refused',
  unknown: 'Perhaps sent',
  cancelled: 'Not sent',
  bounced: 'Came back',
  complained: 'Complaint',
};

/** What became of a mail, each time that it was tried and afterwards. */
export function AttemptList({ tries, timeZone, today }: AttemptListProps) {
  if (tries.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-body">What happened</h2>
      <ol className="flex flex-col gap-2.5">
        {tries.map(({ id, attempt, outcome, detail, at }) => (
          <li key={id}>
            <p className="flex gap-2">
              <span className="min-w-0 flex-1">
                {OUTCOMES[outcome]}
                {attempt > 1 && <span className="text-muted-foreground">, attempt {attempt}</span>}
              </span>
              <time dateTime={at.toISOString()} className="fig text-meta text-muted-foreground">
                {formatInstant(at, timeZone, today)}
              </time>
            </p>
            {detail && <p className="text-meta break-words text-muted-foreground">{detail}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
