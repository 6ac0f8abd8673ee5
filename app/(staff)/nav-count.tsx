import { cache } from 'react';
import { type NavCounts, navCounts } from '@/db/queries/nav-counts';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';

interface NavCountProps {
  readonly actor: StaffActor;
  readonly of: keyof NavCounts;
}

/** How much of one sort waits to be done, beside its place in the menu; nothing where nothing does. */
export async function NavCount({ actor, of }: NavCountProps) {
  const count = (await counts(actor))[of];
  if (count === 0) return null;
  return (
    <span className="n max-lg:hidden">
      {formatCount(count)}
      <span className="sr-only"> to do</span>
    </span>
  );
}

const counts = cache((actor: StaffActor) => {
  const { currency, timeZone } = actor.org;
  return withScope(actor, 'read', (tx) => navCounts(tx, { asOf: todayIn(timeZone), currency }));
});
