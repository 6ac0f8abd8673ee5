import { ArrowRight, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ActivityEntry } from '@/db/queries/activity';
import { activityChanges, type Change } from '@/lib/activity-changes';
import type { Word } from '@/lib/activity-phrases';
import { activityWords } from '@/lib/activity-words';
import { documentHref } from '@/lib/document-href';
import type { PlainDate } from '@/lib/domain/dates';
import { formatInstant } from '@/lib/format';
import { VerbIcon } from './verb-icon';

interface ActivityRowProps {
  readonly entry: ActivityEntry;
  readonly timeZone: string;
  /** The day that the row stands under. */
  readonly day: PlainDate;
}

/** When, who and what; unfolded, what it was before and what it became. */
export function ActivityRow({ entry, timeZone, day }: ActivityRowProps) {
  const changes = activityChanges(entry, entry.document?.currency ?? null);
  return (
    <li className="relative px-4 has-[details[open]]:bg-card-2">
      <div className="flex min-h-11 items-center gap-x-4 py-2 pr-9 max-md:gap-x-3">
        <time
          dateTime={entry.at.toISOString()}
          title={`Entry ${entry.sequence}, ${entry.at.toISOString()}`}
          className="fig w-10 shrink-0 text-muted-foreground"
        >
          {formatInstant(entry.at, timeZone, day)}
        </time>
        <VerbIcon verb={entry.verb} />
        <p className="min-w-0 break-words text-muted-foreground">
          <b className="font-semibold text-foreground">{entry.actorName}</b>{' '}
          {activityWords(entry).map((word) => (
            <Piece key={typeof word === 'string' ? word : word.names} word={word} entry={entry} />
          ))}
        </p>
      </div>
      {changes.length > 0 && <Facts changes={changes} sequence={entry.sequence} />}
    </li>
  );
}

const LINK = 'text-foreground underline decoration-border-strong underline-offset-4 hover:decoration-current';

function Piece({ word, entry: { document, customerId } }: PieceProps) {
  if (typeof word === 'string') return word;
  if (word.names === 'document' && document)
    return (
      <Link href={documentHref(document)} className={LINK}>
        {word.text}
      </Link>
    );
  if (word.names === 'customer' && customerId)
    return (
      <Link href={`/customers/${customerId}`} className={LINK}>
        {word.text}
      </Link>
    );
  return <span className="text-foreground">{word.text}</span>;
}

interface PieceProps {
  readonly word: Word;
  readonly entry: ActivityEntry;
}

/** The chevron stands in the row above; what it unfolds takes the whole width below. */
function Facts({ changes, sequence }: { readonly changes: readonly Change[]; readonly sequence: number }) {
  return (
    <details className="group">
      <summary
        aria-label={`Details of entry ${sequence}`}
        className="absolute top-2 right-2.5 grid size-7 list-none place-items-center rounded-control text-subtle hover:bg-muted hover:text-foreground [&::-webkit-details-marker]:hidden print:hidden"
      >
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
      </summary>
      <dl className="grid grid-cols-[minmax(88px,auto)_1fr] gap-x-6 gap-y-1 pr-9 pb-3 pl-[88px] max-md:pl-0">
        {changes.map(({ label, before, after }) => (
          <div key={label} className="contents">
            <dt className="text-muted-foreground">{label}</dt>
            <dd className="min-w-0 break-words">
              {before !== null && after !== null ? (
                <>
                  <del className="text-destructive">{before}</del>
                  <ArrowRight aria-label="became" className="mx-2 inline size-3.5 text-subtle" />
                  {after}
                </>
              ) : (
                (after ?? before)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
