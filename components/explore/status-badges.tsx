import { Badge } from '@/components/ui/badge';
import type { ExploreRow } from '@/db/queries/explore-rows';
import type { PlainDate } from '@/lib/domain/dates';
import { FACT_NAMES, remindedWords } from '@/lib/explore-words';
import { formatDay, formatMoney } from '@/lib/format';

interface StatusBadgesProps {
  readonly row: ExploreRow;
  readonly currency: string;
  readonly today: PlainDate;
}

/** What holds of an open item besides its age, the most pressing first. */
export function StatusBadges({ row, currency, today }: StatusBadgesProps) {
  const { promise, disputedMinor, remindedTimes, remindedOn, amountMinor, openMinor } = row;
  const isPartPaid = amountMinor > 0 && openMinor < amountMinor;
  return (
    <span className="inline-flex flex-wrap gap-1 py-1 max-[1440px]:max-w-[160px]">
      {promise?.isBroken && (
        <span
          title={`${formatMoney(promise.amountMinor, currency)} by ${formatDay(promise.promisedFor, { today })}`}
        >
          <Badge tone="bad">{FACT_NAMES.promise_broken}</Badge>
        </span>
      )}
      {disputedMinor > 0 && <Badge tone="warning">Disputed {formatMoney(disputedMinor, currency)}</Badge>}
      {promise && !promise.isBroken && (
        <span title={`${formatMoney(promise.amountMinor, currency)} promised`}>
          <Badge tone="info">Promised {formatDay(promise.promisedFor, { today })}</Badge>
        </span>
      )}
      {remindedTimes > 0 && (
        <span title={remindedOn ? `Last on ${formatDay(remindedOn, { today })}` : undefined}>
          <Badge>{remindedWords(remindedTimes)}</Badge>
        </span>
      )}
      {isPartPaid && (
        <span title={`Of ${formatMoney(amountMinor, currency)}`}>
          <Badge>{FACT_NAMES.part_paid}</Badge>
        </span>
      )}
    </span>
  );
}
