import Link from 'next/link';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';

interface UnappliedLineProps {
  /** What no invoice has taken, below 0. */
  readonly creditsMinor: Minor;
  /** What is owed with it taken off; below 0 when it is more than the invoices. */
  readonly totalMinor: Minor;
  readonly asOf: PlainDate;
  readonly currency: string;
}

/** Why the ledger holds less than the invoices add up to: money that no invoice has taken. Draws nothing without any. */
export function UnappliedLine({ creditsMinor, totalMinor, asOf, currency }: UnappliedLineProps) {
  if (creditsMinor >= 0) return null;
  return (
    <p className="mt-4 text-muted-foreground">
      Unapplied payments and credits of{' '}
      <Link href={`/aging?asOf=${asOf}&currency=${currency}&sort=credits&dir=asc`} className="link fig">
        {formatMoney(toMinor(-creditsMinor), currency)}
      </Link>{' '}
      wait for an invoice; with them taken off{' '}
      {totalMinor < 0 ? (
        <>
          your customers have paid <span className="fig">{formatMoney(toMinor(-totalMinor), currency)}</span>{' '}
          more than they owe
        </>
      ) : (
        <>
          you are owed <span className="fig">{formatMoney(totalMinor, currency)}</span>
        </>
      )}
      .
    </p>
  );
}
