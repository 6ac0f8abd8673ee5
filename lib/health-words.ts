import type { PlainDate } from './domain/dates';
import type { HealthBand } from './domain/health';
import type { HealthReason } from './domain/health-reason';
import { formatDay } from './format';

/** What each band of health is called on screen. */
export const HEALTH_BANDS: Readonly<Record<HealthBand, string>> = {
  healthy: 'Healthy',
  watch: 'Watch',
  at_risk: 'At risk',
};

/** Why a customer's health is what it is, in a few words: "128 days late, broke a promise on 12 Nov". */
export function healthWords(reasons: readonly HealthReason[], today: PlainDate): string {
  return reasons.map((reason) => wordsOf(reason, today)).join(', ');
}

function wordsOf(reason: HealthReason, today: PlainDate): string {
  if (reason.kind === 'past_due') return `${days(reason.days)} late`;
  if (reason.kind === 'pays') return paysWords(reason.days);
  if (reason.kind === 'drift') return `drifting later, +${days(reason.days)}`;
  if (reason.kind === 'limit')
    return reason.percent === null ? 'may owe nothing' : `at ${Math.round(reason.percent)}% of the limit`;
  if (reason.kind === 'broken') return `broke a promise on ${formatDay(reason.on, { today })}`;
  if (reason.kind === 'bounced') return `a payment bounced on ${formatDay(reason.on, { today })}`;
  return 'not enough history';
}

function paysWords(count: number): string {
  if (count === 0) return 'pays on the due date';
  return count > 0 ? `pays ${days(count)} late` : `pays ${days(-count)} early`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
