import { NewsList } from '@/components/home/news-list';
import { NextSteps } from '@/components/home/next-steps';
import { NothingLate } from '@/components/home/nothing-late';
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

/** What to do today and what is new since yesterday. It reads much of the books, so the figures above do not wait for it. */
export async function Today({ actor, today, currency, bounds, owedMinor, lateMinor, nextDueOn }: TodayProps) {
  const { timeZone } = actor.org;
  const work = await withScope(actor, 'read', async (tx) => ({
    steps: rankSteps(await nextSteps(tx, { asOf: today, currency }), STEPS),
    news: await news(tx, { since: addDays(today, -1), timeZone, currency, limit: NEWS }),
  }));
  return (
    <div className="mt-9 grid gap-x-10 gap-y-9 lg:grid-cols-[minmax(0,2.3fr)_minmax(0,1fr)]">
      <div className="flex flex-col gap-6">
        {lateMinor === 0 && (
          <NothingLate owedMinor={owedMinor} currency={currency} today={today} nextDueOn={nextDueOn} />
        )}
        {(lateMinor > 0 || work.steps.length > 0) && (
          <NextSteps
            steps={work.steps}
            currency={currency}
            today={today}
            bounds={bounds}
            mayWrite={may(actor, 'books:write')}
          />
        )}
      </div>
      <NewsList news={work.news} currency={currency} timeZone={timeZone} today={today} />
    </div>
  );
}
