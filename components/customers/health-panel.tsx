import { Spark } from '@/components/dashboard/spark';
import { HEALTH_PARTS } from '@/components/dashboard/tables/matter-tables';
import { Explain } from '@/components/explain';
import type { CustomerHealthTrend } from '@/db/queries/customer-health';
import { wholeDeductions, wholeScore } from '@/lib/domain/health';
import { formatCount } from '@/lib/format';
import { HEALTH_BANDS } from '@/lib/health-words';
import { HEALTH_TONES } from './health-word';

/** How well a customer pays, 0 to 100, how that went over half a year, and what takes points away. */
export function HealthPanel({ of }: { readonly of: CustomerHealthTrend | null }) {
  if (!of) return null;
  const { health, band, facts, trend, reason } = of;
  if (!health || !band)
    return (
      <section>
        <h2 className="mb-1 text-body">Health</h2>
        <p className="text-meta text-subtle">
          {formatCount(facts.settledCount, 'invoice')} settled within a year: too little to say. Three are
          enough.
        </p>
      </section>
    );
  const score = String(wholeScore(health.score));
  const deductions = wholeDeductions(health).map(({ part, points }) => ({
    label: HEALTH_PARTS[part],
    value: `−${points}`,
  }));
  return (
    <section>
      <div className="flex items-center gap-1.5">
        <h2 className="text-body">Health</h2>
        <span className={`font-medium ${HEALTH_TONES[band]}`}>
          {score}, {HEALTH_BANDS[band].toLowerCase()}
        </span>
        <span className="ml-auto">
          <Explain
            title={`Health, ${score} of 100`}
            lines={[{ label: 'Paying early, nothing late', value: '100' }, ...deductions]}
            total={{ label: 'Health', value: score }}
            note={`${reason}. Each part is weighed; 80 and more is healthy, less than 50 at risk.`}
          />
        </span>
      </div>
      <Spark
        values={trend.map((each) => each.score)}
        className={`my-2 block! h-11 w-auto ${HEALTH_TONES[band]}`}
      />
      <ul className="flex flex-col gap-1 text-meta text-muted-foreground">
        {deductions.map(({ label, value }) => (
          <li key={label} className="flex justify-between gap-3">
            {label}
            <span className="fig">{value}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
