import type { Route } from 'next';
import Link from 'next/link';
import { Money } from '@/components/money';
import type { Family } from '@/db/queries/family';
import { formatCount } from '@/lib/format';
import { route } from '@/lib/url';
import { RailHead } from './rail-head';

interface FamilyPanelProps {
  readonly family: Family | null;
  readonly customerId: string;
  readonly currency: string;
  /** The family in the aging report, for the same day and currency; from the customer at its top. */
  readonly agingHref: (topId: string) => Route;
}

/** Who belongs together with a customer, what each owes by itself and all together. Draws nothing for one that is alone. */
export function FamilyPanel({ family, customerId, currency, agingHref }: FamilyPanelProps) {
  const top = family?.members[0];
  if (!family || !top) return null;
  const { members, memberCount, totalMinor } = family;
  return (
    <section>
      <RailHead title="Family" href={agingHref(top.id)} label="Aging" about="of the family" />
      <ul className="flex flex-col gap-1">
        {members.map(({ id, name, depth, totalMinor: ownMinor }) => (
          <li key={id} className="flex gap-3">
            <span className="min-w-0 truncate" style={{ paddingLeft: `${Math.min(depth, 4) * 12}px` }}>
              {id === customerId ? (
                <b className="font-medium">{name}</b>
              ) : (
                <Link href={route(`/customers/${id}`)} className="link font-normal!">
                  {name}
                </Link>
              )}
            </span>
            <span className="ml-auto">
              <Money amount={ownMinor} currency={currency} zero="dash" />
            </span>
          </li>
        ))}
        {memberCount > members.length && (
          <li className="text-meta text-subtle">and {formatCount(memberCount - members.length)} more</li>
        )}
        <li className="flex border-t border-border pt-1.5 font-medium">
          Together, {currency}
          <span className="ml-auto">
            <Money amount={totalMinor} currency={currency} />
          </span>
        </li>
      </ul>
    </section>
  );
}
