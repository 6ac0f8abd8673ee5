import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { requireStaff } from '@/app/_auth/actor';
import { ImportOutcome } from '@/components/import/import-outcome';
import { ResumeWork } from '@/components/import/resume-work';
import { Page } from '@/components/shell/page';
import { todayIn } from '@/lib/domain/dates';
import { formatCount, formatInstant } from '@/lib/format';
import { KIND_HEADINGS } from '@/lib/import/words';
import { route } from '@/lib/url';
import { isUuid } from '@/lib/uuid';
import { workOn } from '../_work/long-work';
import { type ImportPage, readImport } from './read';
import { Steps } from './steps';

export const metadata: Metadata = { title: 'Import' };

/** One file: what its columns are, what importing it would do, and afterwards what it did. */
export default async function ImportFilePage({ params }: PageProps<'/import/[id]'>) {
  const actor = await requireStaff('books:import');
  const { id } = await params;
  const found = isUuid(id) ? await readImport(actor, id) : null;
  if (!found) notFound();
  const { row } = found;
  const { timeZone } = actor.org;
  const running = workOn(id);
  const [today, rows] = [todayIn(timeZone), formatCount(row.rowCount ?? 0, 'row')];
  return (
    <Page title={row.fileName} parents={[{ label: 'Import', href: '/import' }]}>
      <div className="flex flex-col gap-6 px-6 py-6 max-md:px-4">
        <p className="text-muted-foreground">
          {KIND_HEADINGS[row.kind]}, {rows}, brought {formatInstant(row.createdAt, timeZone, today)}.
        </p>
        {running?.line.state === 'running' ? (
          <ResumeWork importId={id} label={running.work === 'book' ? 'Importing' : 'Undoing'} />
        ) : row.summary ? (
          <ImportOutcome row={row} summary={row.summary} timeZone={timeZone} today={today} />
        ) : (
          <>
            {running?.line.state === 'refused' && (
              <p role="status" className="rounded-control bg-warning-soft px-3 py-2.5 text-warning">
                Tried a moment ago: {running.line.message}
              </p>
            )}
            <SameFile before={found.before} when={(at) => formatInstant(at, timeZone, today)} />
            <Suspense fallback={<p role="status">Checking {rows}…</p>}>
              <Steps actor={actor} importId={id} />
            </Suspense>
          </>
        )}
      </div>
    </Page>
  );
}

function SameFile({ before, when }: Pick<ImportPage, 'before'> & { readonly when: (at: Date) => string }) {
  if (!before) return null;
  return (
    <p className="rounded-control bg-info-soft px-3 py-2.5 text-info">
      <Link href={route(`/import/${before.id}`)} className="underline underline-offset-3">
        This very file was imported {when(before.bookedAt)}.
      </Link>{' '}
      Rows that are already there are not booked again.
    </p>
  );
}
