import type { PlainDate } from './dates';
import { driftDays, type Health, type HealthFacts, type HealthPart, healthDeductions } from './health';
import { averageDays } from './measures';

/** Why a customer's health is what it is; words are made of it in `lib/health-words.ts`. */
export type HealthReason =
  | { readonly kind: 'past_due'; readonly days: number }
  | { readonly kind: 'pays'; readonly days: number }
  | { readonly kind: 'drift'; readonly days: number }
  | { readonly kind: 'limit'; readonly percent: number | null }
  | { readonly kind: 'broken' | 'bounced'; readonly on: PlainDate }
  | { readonly kind: 'too_few'; readonly settledCount: number };

/** What reasons need beside the facts that make up the score. */
export interface ReasonFacts extends HealthFacts {
  /** Days past due of the oldest item that is; null when none is. */
  readonly oldestDays: number | null;
  /** The last days on which a promise broke, and on which a payment was taken back; null when none was. */
  readonly brokenOn: PlainDate | null;
  readonly bouncedOn: PlainDate | null;
}

/** Points that a part has to take to be a reason. */
const WORTH_SAYING = 2;
const AT_MOST = 2;
/** Days by which payments have to come later for that to be more than chance. */
const WORTH_DRIFT_DAYS = 3;

/** The facts that take most from the score, at most two; how the customer pays when nothing does. */
export function healthReasons(health: Health | null, facts: ReasonFacts): readonly HealthReason[] {
  const late: readonly HealthReason[] =
    facts.oldestDays === null ? [] : [{ kind: 'past_due', days: facts.oldestDays }];
  if (health === null) return [...late, { kind: 'too_few', settledCount: facts.settledCount }];
  const telling = healthDeductions(health)
    .filter(({ points }) => points >= WORTH_SAYING)
    .flatMap(({ part }) => reasonOf(part, facts));
  const reasons = telling.filter(
    (reason, i) => telling.findIndex((other) => other.kind === reason.kind) === i,
  );
  return (reasons.length > 0 ? reasons : paysUsually(facts)).slice(0, AT_MOST);
}

/** Days from due to payment over the year, weighted by amount and rounded; below 0 is early, null when nothing was paid. */
export function usualDaysLate({ lateRecently, lateBefore }: HealthFacts): number | null {
  const days = averageDays({
    amountMinor: lateRecently.amountMinor + lateBefore.amountMinor,
    amountDays: lateRecently.amountDays + lateBefore.amountDays,
  });
  return days === null ? null : Math.round(days) + 0;
}

/** What a part says, if it says anything that the others do not. */
function reasonOf(part: HealthPart, facts: ReasonFacts): readonly HealthReason[] {
  if (part === 'O' || (part === 'P' && facts.oldestDays !== null))
    return facts.oldestDays === null ? [] : [{ kind: 'past_due', days: facts.oldestDays }];
  if (part === 'P') return paysUsually(facts).filter(({ days }) => days > 0);
  if (part === 'T') return drift(facts);
  if (part === 'U') return [{ kind: 'limit', percent: limitPercent(facts) }];
  const { brokenOn, bouncedOn } = facts;
  if (brokenOn !== null && (bouncedOn === null || brokenOn >= bouncedOn))
    return [{ kind: 'broken', on: brokenOn }];
  return bouncedOn === null ? [] : [{ kind: 'bounced', on: bouncedOn }];
}

function drift(facts: ReasonFacts): readonly HealthReason[] {
  const days = Math.round(driftDays(facts) ?? 0);
  return days >= WORTH_DRIFT_DAYS ? [{ kind: 'drift', days }] : [];
}

function limitPercent({ owedMinor, creditLimitMinor }: ReasonFacts): number | null {
  return creditLimitMinor ? (100 * owedMinor) / creditLimitMinor : null;
}

function paysUsually(facts: ReasonFacts): { kind: 'pays'; days: number }[] {
  const days = usualDaysLate(facts);
  return days === null ? [] : [{ kind: 'pays', days }];
}
