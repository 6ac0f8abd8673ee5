import {
  Banknote,
  FileMinus,
  FileText,
  Handshake,
  History,
  Link2,
  type LucideIcon,
  PauseCircle,
  StickyNote,
  Undo2,
  Unlink2,
  UserPlus,
} from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { TimelineEntry, Timeline as TimelinePage } from '@/db/queries/customer-timeline';
import { documentHref } from '@/lib/document-href';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay, formatInstant } from '@/lib/format';
import { timelineWords } from './timeline-words';

interface TimelineProps {
  readonly timeline: TimelinePage;
  readonly timeZone: string;
  readonly today: PlainDate;
  /** The page of entries before these; null on the last. */
  readonly olderHref: Route | null;
  /** Back to the newest entries; null when they are shown. */
  readonly newestHref: Route | null;
  /** What can be added to it. */
  readonly children?: ReactNode;
}

/** What happened with a customer, newest first: documents by their day, other deeds by the clock, and who did them. */
export function Timeline({ timeline, timeZone, today, olderHref, newestHref, children }: TimelineProps) {
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" className="mb-3 scroll-mt-16 text-form">
        Timeline
      </h2>
      {children}
      <ol className="relative flex flex-col gap-4 pl-9 before:absolute before:top-3 before:bottom-4 before:left-[13px] before:w-px before:bg-border">
        {timeline.entries.map((entry) => (
          <Entry key={entry.cursor} entry={entry} timeZone={timeZone} today={today} />
        ))}
      </ol>
      <div className="mt-4 flex gap-4 pl-9 print:hidden">
        {newestHref && (
          <Link href={newestHref} className="link">
            Newest
          </Link>
        )}
        {olderHref && (
          <Link href={olderHref} className="link">
            Older
          </Link>
        )}
      </div>
    </section>
  );
}

interface EntryProps {
  readonly entry: TimelineEntry;
  readonly timeZone: string;
  readonly today: PlainDate;
}

function Entry({ entry, timeZone, today }: EntryProps) {
  const { title, detail } = timelineWords(entry);
  const [Icon, tone] = iconOf(entry);
  const when =
    entry.type === 'document' ? formatDay(entry.day, { today }) : formatInstant(entry.at, timeZone, today);
  return (
    <li className="relative">
      <span
        aria-hidden
        className={`absolute top-0 -left-9 grid size-[27px] place-items-center rounded-full border border-border bg-card ${tone}`}
      >
        <Icon className="size-3.5" />
      </span>
      <div className="flex gap-3 max-md:flex-col max-md:gap-0">
        {entry.type === 'document' && entry.kind !== 'reversal' ? (
          <Link href={documentHref(entry)} className="font-medium hover:underline">
            {title}
          </Link>
        ) : (
          <span className="font-medium">{title}</span>
        )}
        <span
          className="ml-auto text-meta whitespace-nowrap text-subtle max-md:ml-0"
          title={`Recorded ${formatInstant(entry.at, timeZone, today)}`}
        >
          {[when, entry.actorName].filter(Boolean).join(', ')}
        </span>
      </div>
      {detail && <div className="text-muted-foreground">{detail}</div>}
    </li>
  );
}

function iconOf(entry: TimelineEntry): [LucideIcon, string] {
  if (entry.type === 'document') {
    if (entry.kind === 'reversal') return [Undo2, 'text-destructive'];
    if (entry.kind === 'payment') return [Banknote, 'text-positive'];
    return entry.amountMinor < 0 ? [FileMinus, 'text-info'] : [FileText, 'text-subtle'];
  }
  if (entry.verb === 'credit_applied') return [Link2, 'text-positive'];
  if (entry.verb === 'allocation_undone') return [Unlink2, 'text-destructive'];
  if (entry.verb.startsWith('promise_')) return [Handshake, 'text-info'];
  if (entry.verb === 'note_written') return [StickyNote, 'text-warning'];
  if (entry.verb.startsWith('hold_')) return [PauseCircle, 'text-warning'];
  if (entry.verb === 'customer_created') return [UserPlus, 'text-subtle'];
  return [History, 'text-subtle'];
}
