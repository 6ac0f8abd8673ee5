import type { ReactNode } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import type { DisputeRow } from '@/db/queries/disputes';
import type { PromiseRow } from '@/db/queries/promises';
import { daysBetween, type PlainDate } from '@/lib/domain/dates';
import type { PromiseStatus } from '@/lib/domain/promise';
import { formatDay, formatMoney } from '@/lib/format';
import { openedWords } from '@/lib/work-words';

interface ClaimsListProps {
  /** The latest first, none that was taken back. */
  readonly promises: readonly PromiseRow[];
  /** Those that last. */
  readonly disputes: readonly DisputeRow[];
  readonly today: PlainDate;
  /** What can be done about each; null for a reader. */
  readonly renderPromiseActions: ((promise: PromiseRow) => ReactNode) | null;
  readonly renderDisputeActions: ((dispute: DisputeRow) => ReactNode) | null;
}

/** So many promises are told, the latest. */
const SHOWN = 6;

const STATUS: Readonly<Record<PromiseStatus, readonly [word: string, tone: Tone]>> = {
  active: ['Waiting', 'info'],
  kept: ['Kept', 'positive'],
  partly_kept: ['Partly kept', 'warning'],
  broken: ['Broken', 'bad'],
  cancelled: ['Taken back', 'neutral'],
};

/** What the customer said: promises with what became of them, and what it contests. Draws nothing when it said nothing. */
export function ClaimsList({
  promises,
  disputes,
  today,
  renderPromiseActions,
  renderDisputeActions,
}: ClaimsListProps) {
  if (promises.length === 0 && disputes.length === 0) return null;
  return (
    <section aria-labelledby="they-say">
      <h3 id="they-say" className="mb-1 text-form font-semibold">
        What they said
      </h3>
      <ul>
        {disputes.map((dispute) => (
          <li
            key={dispute.disputeId}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-border py-2"
          >
            <Badge tone="warning">Disputed</Badge>
            <span>
              <b className="fig font-medium">{formatMoney(dispute.amountMinor, dispute.currency)}</b> of{' '}
              {dispute.number}: {dispute.reason}
            </span>
            <span className="text-meta text-subtle">{openedWords(daysBetween(dispute.openedOn, today))}</span>
            <span className="ml-auto flex items-center gap-3">{renderDisputeActions?.(dispute)}</span>
          </li>
        ))}
        {promises.slice(0, SHOWN).map((promise) => {
          const [word, tone] = STATUS[promise.status];
          return (
            <li
              key={promise.promiseId}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-border py-2"
            >
              <Badge tone={tone}>{word}</Badge>
              <span>
                <b className="fig font-medium">{formatMoney(promise.amountMinor, promise.currency)}</b> by{' '}
                {formatDay(promise.promisedFor, { today })}
                {promise.documentId === null && ', for the account'}
              </span>
              {promise.receivedMinor > 0 && promise.status !== 'kept' && (
                <span className="text-meta text-subtle">
                  {formatMoney(promise.receivedMinor, promise.currency)} of it arrived
                </span>
              )}
              <span className="ml-auto">
                {promise.status === 'active' && renderPromiseActions?.(promise)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
