import type { OwnSession } from '@/db/queries/sessions';
import { browserOf } from '@/lib/browser';
import { todayIn } from '@/lib/domain/dates';
import { formatInstant } from '@/lib/format';
import { uuid7 } from '@/lib/uuid';
import { EndSessionButton } from '../confirm-buttons';

interface PersonSessionsProps {
  readonly sessions: readonly OwnSession[];
  readonly name: string;
  readonly timeZone: string;
}

/** The browsers that somebody is signed in with, each with the way to end it. */
export function PersonSessions({ sessions, name, timeZone }: PersonSessionsProps) {
  const today = todayIn(timeZone);
  if (sessions.length === 0) return <p className="text-muted-foreground">Nowhere at this moment.</p>;
  return (
    <ul className="panel divide-y divide-border">
      {sessions.map(({ id, userAgent, ip, createdAt, seenAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
          <div className="min-w-0 flex-1">
            <p className="font-medium">{browserOf(userAgent)}</p>
            <p className="text-meta text-subtle">
              Last used {formatInstant(seenAt, timeZone, today)}, signed in{' '}
              {formatInstant(createdAt, timeZone, today)}
              {ip && `, from ${ip}`}
            </p>
          </div>
          <EndSessionButton id={id} name={`${name} on ${browserOf(userAgent)}`} requestId={uuid7()} />
        </li>
      ))}
    </ul>
  );
}
