import type { JobRun } from '@/db/queries/job-runs';
import { formatCount } from '@/lib/format';

const COUNTS: Readonly<Record<string, (count: number) => string>> = {
  mailed: (count) => `${formatCount(count, 'mail')} queued`,
  left: (count) => `${formatCount(count, 'reason')} not to remind`,
  fees: (count) => `${formatCount(count, 'late fee')} charged`,
  statements: (count) => `${formatCount(count, 'statement')} queued`,
  unreachable: (count) => `${formatCount(count, 'customer')} without a way to mail`,
  checks: (count) => `${formatCount(count, 'rule')} checked`,
  broken: (count) => (count === 0 ? 'all hold' : `${formatCount(count, 'rule')} broken`),
};

/** What a run did, or what keeps it. */
export function runWords({ state, counts, problem, attempts }: JobRun): string {
  if (problem !== null)
    return state === 'dead' ? problem : `${problem} Tried ${formatCount(attempts, 'time')}.`;
  return Object.entries(counts ?? {})
    .filter(([name, count]) => count > 0 || name === 'broken' || name === 'mailed')
    .map(([name, count]) => COUNTS[name]?.(count) ?? `${name} ${count}`)
    .join(', ');
}
