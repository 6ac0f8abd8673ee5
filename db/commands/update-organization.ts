import { eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { type AgingBasis, areBounds } from '@/lib/domain/aging';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import type { PaperSize } from '@/lib/domain/paper-size';
import { Refusal } from '@/lib/refusal';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';
import { lockLedger } from './lock-ledger';
import { recordActivity } from './record-activity';

/** The facts of a business that can change; what is left out stays. Its currency cannot: every balance is kept in it. */
export interface UpdateOrganization {
  readonly name?: string;
  /** IANA name. */
  readonly timeZone?: string;
  readonly agingBasis?: AgingBasis;
  readonly bounds?: readonly number[];
  /** Nothing becomes effective on or before this day; null opens every period. */
  readonly lockedOn?: PlainDate | null;
  /** A rest of at most so much, and of at most this percentage of the invoice, is written off by itself; null: none is. */
  readonly toleranceMinor?: Minor | null;
  readonly tolerancePercent?: string | null;
  /** The most that may be written off at once; null: anything. */
  readonly writeOffLimitMinor?: Minor | null;
  /** Charged once an invoice is so many days past due: a fixed part, a percentage; without days nothing is. */
  readonly lateFeeMinor?: Minor | null;
  readonly lateFeePercent?: string | null;
  readonly lateFeeDays?: number | null;
  /** Percent a year on what is past due; null: none. */
  readonly interestPercent?: string | null;
  /** Where the general ledger books exchange differences; null: settling in another currency is refused. */
  readonly exchangeAccount?: string | null;
  /** Expected loss per age group in percent, for the provision; null: from own history. */
  readonly provisionRates?: readonly string[] | null;
  readonly paper?: PaperSize;
  /** Several lines below the name on documents; null: none. */
  readonly address?: string | null;
  /** Days to pay of a new customer, 0 to 3,650. */
  readonly termsDays?: number;
  /** Whether the staff signs in with a code as well. */
  readonly requiresSecondFactor?: boolean;
}

/**
 * Changes the facts of the business. Moving the lock date, either way, is noted as a deed of its own.
 * @throws Refusal `invalid` for bounds that do not rise, an unknown time zone, days to pay that cannot be, or a lock date that lies ahead.
 */
export async function updateOrganization(
  tx: Tx,
  actor: StaffActor,
  input: UpdateOrganization,
): Promise<{ changed: readonly string[] }> {
  assertInput(input);
  const [before] = await tx
    .select()
    .from(organizations)
    .where(eq(organizations.id, actor.org.id))
    .for('no key update');
  if (!before) throw new Refusal('not_found', 'These books are not there any more.');
  const { lockedOn = before.lockedOn, ...facts } = input;
  assertNotAhead(lockedOn, facts.timeZone ?? before.timeZone);
  assertRates({ ...before, ...facts });
  const changed = FACTS.filter(
    (name) => facts[name] !== undefined && String(before[name]) !== String(facts[name]),
  );
  const isMoved = before.lockedOn !== lockedOn;
  if (changed.length === 0 && !isMoved) return { changed: [] };
  // Whoever is posting finishes before the period closes, and whoever comes after sees it closed.
  if (isMoved) await lockLedger(tx);
  const pick = (from: Facts) => Object.fromEntries(changed.map((name) => [name, from[name]]));
  await tx
    .update(organizations)
    .set({ ...pick(facts), lockedOn })
    .where(eq(organizations.id, actor.org.id));
  const about = { objectKind: 'organization', objectId: actor.org.id } as const;
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

const FACTS = [
  'name',
  'timeZone',
  'agingBasis',
  'bounds',
  'toleranceMinor',
  'tolerancePercent',
  'writeOffLimitMinor',
  'lateFeeMinor',
  'lateFeePercent',
  'lateFeeDays',
  'interestPercent',
  'exchangeAccount',
  'provisionRates',
  'paper',
  'address',
  'termsDays',
  'requiresSecondFactor',
] as const satisfies readonly (keyof UpdateOrganization)[];
type Facts = Pick<UpdateOrganization, (typeof FACTS)[number]>;

/** Rates that were entered are one for each age group: when the groups change, so do they. */
function assertRates({
  provisionRates,
  bounds,
}: {
  readonly provisionRates?: readonly string[] | null;
  readonly bounds: readonly number[];
}): void {
  if (!provisionRates) return;
  const isPercent = (rate: string) => /^\d{1,3}(\.\d{1,6})?$/.test(rate) && Number(rate) <= 100;
  if (provisionRates.length !== bounds.length + 1 || !provisionRates.every(isPercent))
    throw new Refusal(
      'invalid',
      `Enter ${bounds.length + 1} provision rates from 0 to 100, one for each age group, or none.`,
      'provisionRates',
    );
}

function assertInput({ timeZone, bounds, termsDays = 0 }: UpdateOrganization): void {
  if (!Number.isInteger(termsDays) || termsDays < 0 || termsDays > 3_650)
    throw new Refusal('invalid', 'Days to pay are a whole number from 0 to 3,650.', 'termsDays');
  if (bounds !== undefined && !areBounds(bounds))
    throw new Refusal(
      'invalid',
      'Each limit must be a whole number above the one before, at most eleven of them.',
      'bounds',
    );
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new Refusal('invalid', 'Choose a time zone of the list.', 'timeZone');
}

function assertNotAhead(lockedOn: PlainDate | null, timeZone: string): void {
  if (lockedOn !== null && lockedOn > todayIn(timeZone))
    throw new Refusal('invalid', 'Books can be closed up to today, not ahead.', 'lockedOn');
}

function isTimeZone(name: string): boolean {
  return name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name);
}
