import type { OrganizationFacts } from '@/db/queries/organization';
import { bucketLabels } from '@/lib/domain/aging';
import { formatDay } from '@/lib/format';

/** The facts of the business for somebody who may read but not change them. */
export function BusinessFacts({ facts }: { readonly facts: OrganizationFacts }) {
  const rows: readonly (readonly [string, string])[] = [
    ['Name', facts.name],
    ['Time zone', facts.timeZone.replaceAll('_', ' ')],
    ['Currency', facts.currency],
    ['Age is counted from', facts.agingBasis === 'due' ? 'The due date' : 'The invoice date'],
    ['Age groups', bucketLabels(facts.bounds).join(' | ')],
    ['Days to pay of new customers', String(facts.termsDays)],
    ['Paper', facts.paper === 'a4' ? 'A4' : 'Letter'],
    ['Provision rates', facts.provisionRates?.map((rate) => `${rate}%`).join(' | ') ?? 'From own history'],
    ['Books are closed up to', facts.lockedOn ? formatDay(facts.lockedOn) : 'No day is closed'],
  ];
  return (
    <dl className="grid grid-cols-[180px_1fr] gap-y-2 max-md:grid-cols-1 max-md:gap-y-1">
      {rows.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-muted-foreground">{label}</dt>
          <dd className="max-md:mb-2">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
