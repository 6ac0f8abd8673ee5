import { eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { type AgingBasis, areBounds } from '@/lib/domain/aging';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';
import { lockLedger } from './lock-ledger';
import { recordActivity } from './record-activity';

/** The facts of a business that can change. Its currency cannot: every balance is kept in it. */
export interface UpdateOrganization {
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly agingBasis: AgingBasis;
  readonly bounds: readonly number[];
  /** Nothing becomes effective on or before this day; null opens every period. */
  readonly lockedOn: PlainDate | null;
}

/**
 * Changes the facts of the business. Moving the lock date, either way, is noted as a deed of its own.
 * @throws Refusal `invalid` for bounds that do not rise, an unknown time zone, or a lock date that lies ahead.
 */
export async function updateOrganization(
  tx: Tx,
  actor: StaffActor,
  input: UpdateOrganization,
): Promise<{ changed: readonly string[] }> {
  assertFacts(input);
  const [before] = await tx
    .select({
      name: organizations.name,
      timeZone: organizations.timeZone,
      agingBasis: organizations.agingBasis,
      bounds: organizations.bounds,
      lockedOn: organizations.lockedOn,
    })
    .from(organizations)
    .where(eq(organizations.id, actor.org.id))
    .for('no key update');
  if (!before) throw new Refusal('not_found', 'These books are not there any more.');
  const { lockedOn, ...facts } = input;
  const changed = FACTS.filter((name) => String(before[name]) !== String(facts[name]));
  const isMoved = before.lockedOn !== lockedOn;
  if (changed.length === 0 && !isMoved) return { changed: [] };
  // Whoever is posting finishes before the period closes, and whoever comes after sees it closed.
  if (isMoved) await lockLedger(tx);
  await tx
    .update(organizations)
    .set({ ...facts, bounds: [...facts.bounds], lockedOn })
    .where(eq(organizations.id, actor.org.id));
  const about = { objectKind: 'organization', objectId: actor.org.id } as const;
  const pick = (from: typeof facts) => Object.fromEntries(changed.map((name) => [name, from[name]]));
  if (changed.length > 0)
    await recordActivity(tx, actor, {
      ...about,
      verb: 'organization_updated',
      before: pick(before),
      after: pick(facts),
    });
  if (isMoved)
    await recordActivity(tx, actor, {
      ...about,
      verb: 'period_locked',
      before: { lockedOn: before.lockedOn },
      after: { lockedOn },
    });
  return { changed: [...changed, ...(isMoved ? ['lockedOn'] : [])] };
}

const FACTS = ['name', 'timeZone', 'agingBasis', 'bounds'] as const;

function assertFacts({ timeZone, bounds, lockedOn }: UpdateOrganization): void {
  if (!areBounds(bounds))
    throw new Refusal(
      'invalid',
      'Each limit must be a whole number above the one before, at most eleven of them.',
      'bounds',
    );
  if (!isTimeZone(timeZone)) throw new Refusal('invalid', 'Choose a time zone of the list.', 'timeZone');
  if (lockedOn !== null && lockedOn > todayIn(timeZone))
    throw new Refusal('invalid', 'Books can be closed up to today, not ahead.', 'lockedOn');
}

function isTimeZone(name: string): boolean {
  return name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name);
}
