import { Suspense } from 'react';
import { forecastOrWhy } from '@/app/_cash/forecast-or-why';
import { ArrivesAhead, DueAhead } from '@/components/home/ahead';
import { forecast } from '@/db/queries/forecast';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
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
    <Suspense fallback={<ArrivesAhead {...{ today, until, currency }} amount={null} like={owedMinor} />}>
      <Arrives {...props} />
    </Suspense>
  );
}

async function Arrives({ actor, asOf, today, until, currency, owedMinor, dueMinor }: AheadProps) {
  const at = { asOf, knownAt: null, currency };
  const { forecast: found, missing } = await forecastOrWhy(
    withScope(actor, 'read', (tx) => forecast(tx, at, { weeks: FORECAST_WEEKS })),
  );
  if (found)
    return <ArrivesAhead {...{ today, until, currency }} amount={typicalOf(found.total)} like={owedMinor} />;
  if (missing.why === 'failed') return 'what should arrive could not be worked out';
  return <DueAhead {...{ asOf, today, until, currency }} amount={dueMinor} />;
}
