'use client';
import { Input } from '@/components/ui/input';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { availableDiscount } from '@/lib/domain/discount';
import { TAX_PERCENT } from '@/lib/domain/invoice-draft';
import { type Minor, plainDecimal } from '@/lib/domain/money';
import { formatDay, formatMoney } from '@/lib/format';
import type { WrittenDiscount } from '@/lib/written-invoice';

/** A discount as posting takes it. */
export interface OfferedDiscount {
  readonly percent: string;
  readonly days: number;
}

interface DiscountFieldsProps {
  readonly discount: WrittenDiscount | null;
  readonly issuedOn: PlainDate | null;
  readonly totalMinor: Minor;
  readonly currency: string;
  readonly error: string | undefined;
  readonly onDiscount: (discount: WrittenDiscount | null) => void;
}

/** What is offered for paying early: so much percent within so many days. */
export function DiscountFields({ discount, error, onDiscount, ...invoice }: DiscountFieldsProps) {
  if (!discount)
    return (
      <button type="button" className="link min-h-6" onClick={() => onDiscount({ percent: '2', days: '10' })}>
        Offer a discount for paying early
      </button>
    );
  const offered = offeredDiscount(discount);
  return (
    <fieldset className="flex flex-col items-end gap-1.5">
      <legend className="sr-only">Discount for paying early</legend>
      <span className="flex flex-wrap items-center justify-end gap-2">
        <Input
          size="sm"
          aria-label="Discount, percent"
          aria-invalid={!offered || undefined}
          className="fig w-[64px]! text-right"
          inputMode="decimal"
          maxLength={8}
          value={discount.percent}
          onChange={({ target }) => onDiscount({ ...discount, percent: target.value })}
        />
        % off if paid within
        <Input
          size="sm"
          aria-label="Discount, days"
          aria-invalid={!offered || undefined}
          className="fig w-[56px]! text-right"
          inputMode="numeric"
          maxLength={4}
          value={discount.days}
          onChange={({ target }) => onDiscount({ ...discount, days: target.value })}
        />
        days
        <button type="button" className="link min-h-6" onClick={() => onDiscount(null)}>
          Take away
        </button>
      </span>
      <span
        role="status"
        className={offered ? 'text-meta text-muted-foreground' : 'text-meta text-destructive'}
      >
        {error ?? (offered ? saving(offered, invoice) : 'Write it like 2 percent and 10 days.')}
      </span>
    </fieldset>
  );
}

/** It as posting takes it; null when it cannot be read, is nothing, or is all. */
export function offeredDiscount({ percent, days }: WrittenDiscount): OfferedDiscount | null {
  const rate = plainDecimal(percent);
  if (!TAX_PERCENT.test(rate) || Number(rate) <= 0 || Number(rate) >= 100) return null;
  return /^\d{1,4}$/.test(days.trim()) && Number(days) <= 3_650
    ? { percent: rate, days: Number(days) }
    : null;
}

function saving(
  { percent, days }: OfferedDiscount,
  { issuedOn, totalMinor, currency }: Pick<DiscountFieldsProps, 'issuedOn' | 'totalMinor' | 'currency'>,
): string {
  if (!issuedOn || totalMinor <= 0) return '';
  const until = addDays(issuedOn, days);
  const offMinor = availableDiscount(
    { percent, amountMinor: null, until },
    { openMinor: totalMinor, on: until },
  );
  return `${formatMoney(offMinor, currency)} less until ${formatDay(until)}.`;
}
