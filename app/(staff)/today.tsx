import { Suspense } from 'react';
import { NewsList } from '@/components/home/news-list';
import { NextSteps } from '@/components/home/next-steps';
import { NothingLate } from '@/components/home/nothing-late';
import { TodaySkeleton } from '@/components/home/today-skeleton';
import { PartBoundary } from '@/components/part-boundary';
import { news } from '@/db/queries/news';
import { nextSteps } from '@/db/queries/next-steps';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { rankSteps } from '@/lib/domain/next-steps';
import { may } from '@/lib/permissions';

const STEPS = 5;
const NEWS = 6;

interface TodayProps {
  readonly actor: StaffActor;
  readonly today: PlainDate;
  readonly currency: string;
  readonly bounds: readonly number[];
  readonly owedMinor: Minor;
  readonly lateMinor: Minor;
  readonly nextDueOn: PlainDate | null;
}

/** What to do today and what is new since yesterday. Each reads much of the books, so nothing waits for them or falls with them. */
export function Today(props: TodayProps) {
  return (
    <div className="mt-9 grid gap-x-10 gap-y-9 lg:grid-cols-[minmax(0,2.3fr)_minmax(0,1fr)]">
      <PartBoundary title="Next best steps">
        <Suspense fallback={<TodaySkeleton title="Next best steps" />}>
          <ToDo {...props} />
        </Suspense>
      </PartBoundary>
      <PartBoundary title="Since yesterday">
        <Suspense fallback={<TodaySkeleton title="Since yesterday" />}>
          <News {...props} />
        </Suspense>
      </PartBoundary>
    </div>
  );
}

async function ToDo({ actor, today, currency, bounds, owedMinor, lateMinor, nextDueOn }: TodayProps) {
  const steps = await withScope(actor, 'read', async (tx) =>
    rankSteps(await nextSteps(tx, { asOf: today, currency }), STEPS),
  );
  return (
    <div className="flex flex-col gap-6">
      {lateMinor === 0 && (
        <NothingLate owedMinor={owedMinor} currency={currency} today={today} nextDueOn={nextDueOn} />
      )}
      {(lateMinor > 0 || steps.length > 0) && (
        <NextSteps
          steps={steps}
          currency={currency}
          today={today}
          bounds={bounds}
          mayWrite={may(actor, 'books:write')}
        />
      )}
    </div>
  );
}

async function News({ actor, today, currency }: TodayProps) {
  const { timeZone } = actor.org;
  const since = addDays(today, -1);
  const found = await withScope(actor, 'read', (tx) => news(tx, { since, timeZone, currency, limit: NEWS }));
  return <NewsList news={found} currency={currency} timeZone={timeZone} today={today} />;
}
