import type { OwnSession } from '@/db/queries/sessions';
import { browserOf } from '@/lib/browser';
import { todayIn } from '@/lib/domain/dates';
import { formatInstant } from '@/lib/format';
import { EndSessionForm } from './end-session-form';

interface SessionListProps {
  readonly sessions: readonly OwnSession[];
  /** The session that looks at this list. */
  readonly ownId: string;
  readonly timeZone: string;
}

/** The browsers somebody is signed in with, last used first. */
export function SessionList({ sessions, ownId, timeZone }: SessionListProps) {
  const today = todayIn(timeZone);
  return (
    <ul className="divide-y divide-border border-y border-border">
      {sessions.map(({ id, userAgent, ip, createdAt, seenAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
          <div className="min-w-0 flex-1">
            <p className="font-medium">{browserOf(userAgent)}</p>
            <p className="text-meta text-subtle">
              Last used {formatInstant(seenAt, timeZone, today)}, signed in{' '}
              {formatInstant(createdAt, timeZone, today)}
              {ip && `, from ${ip}`}
            </p>
          </div>
          {id === ownId ? (
            <span className="badge">This browser</span>
          ) : (
            <EndSessionForm sessionId={id} browser={browserOf(userAgent)} />
          )}
        </li>
      ))}
    </ul>
  );
}
