import type { Route } from 'next';
import Link from 'next/link';
import type { BeneficiaryRecord } from '@/db/queries/catalogue';
import type { PlainDate } from '@/lib/domain/dates';
import { route } from '@/lib/url';
import { RailHead } from './rail-head';

interface BeneficiaryPanelProps {
  readonly beneficiaries: readonly BeneficiaryRecord[];
  readonly today: PlainDate;
  /** Where they are changed; null when the reader may not. */
  readonly editHref: Route | null;
}

/** On whose behalf the customer is billed: pupils, sites, vehicles. */
export function BeneficiaryPanel({ beneficiaries, today, editHref }: BeneficiaryPanelProps) {
  if (beneficiaries.length === 0 && !editHref) return null;
  return (
    <section>
      <RailHead
        title="Beneficiaries"
        href={editHref}
        label={beneficiaries.length > 0 ? 'Edit' : 'Add'}
        about="beneficiaries"
      />
      {beneficiaries.length === 0 ? (
        <p className="text-meta text-subtle">
          On whose behalf services are given: a pupil, a site, a vehicle.
        </p>
      ) : (
        <ul className="flex flex-col gap-1">
          {beneficiaries.map(({ id, name, category, birthYear }) => (
            <li key={id} className="flex gap-3">
              <Link
                href={route(`/beneficiaries/${id}`)}
                className="min-w-0 truncate font-medium hover:underline"
              >
                {name}
              </Link>
              <span className="ml-auto shrink-0 text-meta text-subtle">
                {[category, birthYear && `about ${Number(today.slice(0, 4)) - birthYear} years`]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
