import Link from 'next/link';
import type { ReactNode } from 'react';
import { LookAgain } from '@/components/look-again';
import { Badge, type Tone } from '@/components/ui/badge';
import type { TestMail } from '@/db/queries/test-mail';
import type { PlainDate } from '@/lib/domain/dates';
import { formatInstant } from '@/lib/format';
import { route } from '@/lib/url';

interface TestOutcomeProps {
  readonly mail: TestMail;
  /** Why no mail leaves; null when one does. */
  readonly kept: 'sample' | 'no server' | null;
  readonly timeZone: string;
  readonly today: PlainDate;
}

/** What became of a test, in words, with what the mail server said; it looks again by itself until that is known. */
export function TestOutcome({ mail, kept, timeZone, today }: TestOutcomeProps) {
  const { id, state, attempts, said, toAddress } = mail;
  const at = (instant: Date) => formatInstant(instant, timeZone, today);
  const { tone, word, words } = outcome(mail, kept, at);
  const isWaiting = state === 'sending' || (state === 'queued' && attempts === 0);
  return (
    <div role="status" className="mt-4 flex flex-col gap-1.5 border-l-2 border-border pl-4">
      {isWaiting && <LookAgain />}
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tone}>{word}</Badge>
        <span className="text-muted-foreground">
          {toAddress}, {at(mail.createdAt)}
        </span>
      </p>
      <p>{words}</p>
      {said && state !== 'kept' && (
        <p className="text-meta break-words text-muted-foreground">The answer: {said}</p>
      )}
      <p>
        <Link href={route(`/mails/${id}`)} className="link">
          Look at the mail
        </Link>
      </p>
    </div>
  );
}

interface Outcome {
  readonly tone: Tone;
  readonly word: string;
  readonly words: ReactNode;
}

function outcome(mail: TestMail, kept: TestOutcomeProps['kept'], at: (instant: Date) => string): Outcome {
  switch (mail.state) {
    case 'sent':
      return {
        tone: 'positive',
        word: 'Sent',
        words:
          'The mail server took it. When it is not in the inbox in a few minutes, look into the spam folder.',
      };
    case 'kept':
      return {
        tone: 'warning',
        word: 'Kept here',
        words:
          kept === 'sample'
            ? 'No mail of sample books leaves. It was written, and is kept here to be read.'
            : 'No mail server is set up, so nothing was sent. Whoever runs this installation sets SMTP_URL and starts it again.',
      };
    case 'bounced':
    case 'complained':
    case 'failed':
      return { tone: 'bad', word: 'Refused', words: 'The mail server did not take it, and will not.' };
    case 'cancelled':
      return { tone: 'bad', word: 'Not sent', words: 'It was held back before it went out.' };
    case 'queued':
    case 'sending':
      if (mail.attempts > 0 && mail.state === 'queued')
        return {
          tone: 'warning',
          word: 'Not yet',
          words: `The mail server did not take it. It is tried again ${at(mail.sendAfter)}.`,
        };
      return mail.isLeftLying
        ? {
            tone: 'warning',
            word: 'Still waits',
            words: 'Nobody took it up. The worker that sends mails does not seem to run.',
          }
        : { tone: 'info', word: 'On its way', words: 'It goes out with the next look at the outbox.' };
  }
}
