import { Badge } from '@/components/ui/badge';
import type { Claims } from '@/db/queries/claims';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay, formatMoney } from '@/lib/format';

interface ClaimBadgesProps {
  /** Undefined when the customer said nothing of the invoice. */
  readonly claims: Claims | undefined;
  readonly currency: string;
  readonly today: PlainDate;
}

/** What the customer said of an invoice: "Disputed $3,200.00", "Promised 24 Nov", "Promise broken". */
export function ClaimBadges({ claims, currency, today }: ClaimBadgesProps) {
  if (!claims) return null;
  const { disputedMinor, disputeReason, promise } = claims;
  return (
    <>
      {disputedMinor > 0 && (
        <span title={disputeReason ?? undefined}>
          <Badge tone="warning">Disputed {formatMoney(disputedMinor, currency)}</Badge>
        </span>
      )}
      {promise && (
        <span title={`${promisedWords(promise, currency)} by ${formatDay(promise.promisedFor, { today })}`}>
          {promise.isBroken ? (
            <Badge tone="bad">Promise broken</Badge>
          ) : (
            <Badge tone="info">Promised {formatDay(promise.promisedFor, { today })}</Badge>
          )}
        </span>
      )}
    </>
  );
}

function promisedWords({ amountMinor, partMinor }: NonNullable<Claims['promise']>, currency: string): string {
  const whole = formatMoney(amountMinor, currency);
  return partMinor === null ? whole : `${formatMoney(partMinor, currency)} of ${whole} for the account`;
}
