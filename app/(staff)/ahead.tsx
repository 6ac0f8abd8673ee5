import { Suspense } from 'react';
import { ArrivesAhead, DueAhead } from '@/components/home/ahead';
import { AheadBoundary } from '@/components/home/ahead-boundary';
import type { BooksAt } from '@/db/expressions';
import { forecast } from '@/db/queries/forecast';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { DatabaseUnavailable } from '@/lib/database-unavailable';
import type { PlainDate } from '@/lib/domain/dates';
import { FORECAST_WEEKS } from '@/lib/domain/due-date-forecast';
import { typicalOf } from '@/lib/domain/forecast/cash-forecast';
import type { Minor } from '@/lib/domain/money';

interface AheadProps {
  readonly actor: StaffActor;
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  readonly until: PlainDate;
  readonly currency: string;
  /** What is owed in all: as long as what is reckoned, about. */
  readonly owedMinor: Minor;
  /** What falls due until then: said of the past, and where a forecast takes too long. */
  readonly dueMinor: Minor;
}

/** The end of the sentence of home. What should come in reads the whole open book, so the rest does not wait for it. */
export function Ahead(props: AheadProps) {
  const { asOf, today, until, currency, owedMinor } = props;
  if (asOf !== today) return <DueAhead {...{ asOf, today, until, currency }} amount={props.dueMinor} />;
  return (
    <AheadBoundary>
      <Suspense fallback={<ArrivesAhead {...{ today, until, currency }} amount={null} like={owedMinor} />}>
        <Arrives {...props} />
      </Suspense>
    </AheadBoundary>
  );
}

async function Arrives({ actor, asOf, today, until, currency, owedMinor, dueMinor }: AheadProps) {
  const amount = await arriving(actor, { asOf, knownAt: null, currency });
  if (amount === null) return <DueAhead {...{ asOf, today, until, currency }} amount={dueMinor} />;
  return <ArrivesAhead {...{ today, until, currency }} amount={amount} like={owedMinor} />;
}

/** Null when books are too large for a forecast on a page. */
async function arriving(actor: StaffActor, at: BooksAt): Promise<Minor | null> {
  try {
    const { total } = await withScope(actor, 'read', (tx) => forecast(tx, at, { weeks: FORECAST_WEEKS }));
    return typicalOf(total);
  } catch (error) {
    if (error instanceof DatabaseUnavailable && error.reason === 'late') return null;
    throw error;
  }
}
