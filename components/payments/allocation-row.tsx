'use client';
import { Check } from 'lucide-react';
import { Late } from '@/components/late';
import { Money } from '@/components/money';
import { Checkbox } from '@/components/ui/checkbox';
import { MoneyInput } from '@/components/ui/money-input';
import type { OpenDebitRow } from '@/db/queries/open-debits';
import { daysPastDue } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { RestChoice } from '@/lib/domain/short-pay';
import type { WriteOffLimit } from '@/lib/domain/write-off-limit';
import { formatMoney } from '@/lib/format';
import { RestChoiceField } from './rest-choice';

interface AllocationRowProps {
  readonly debit: OpenDebitRow;
  readonly currency: string;
  readonly today: PlainDate;
  readonly bounds: readonly number[];
  /** What the payment gives it; null for nothing. */
  readonly pays: Minor | null;
  readonly isOverpaid: boolean;
  readonly rest: RestChoice;
  readonly limit: WriteOffLimit;
  readonly onAmount: (amount: Minor | null) => void;
  readonly onTick: (isTicked: boolean) => void;
  readonly onRest: (rest: RestChoice) => void;
}

/** One open invoice and its share of the payment. */
export function AllocationRow({
  debit,
  currency,
  today,
  bounds,
  pays,
  isOverpaid,
  rest,
  limit,
  onAmount,
  onTick,
  onRest,
}: AllocationRowProps) {
  const { number, dueOn, openMinor, itemId } = debit;
  const left = toMinor(openMinor - (pays ?? 0));
  const late = <Late days={daysPastDue(dueOn, today)} bounds={bounds} />;
  const errorId = `over-${itemId}`;
  return (
    <tr className={pays === null ? 'text-muted-foreground' : ''}>
      <td>
        <Checkbox
          checked={pays !== null}
          onChange={(event) => onTick(event.target.checked)}
          aria-label={`Pay ${number}`}
        />
      </td>
      <th scope="row" className="fig max-md:py-2">
        {number}
        <span className="block text-meta font-normal text-muted-foreground md:hidden">
          {late}
          <span className="block">{formatMoney(openMinor, currency)} open</span>
        </span>
      </th>
      <td className="max-md:hidden">{late}</td>
      <td className="num max-md:hidden">
        <Money amount={openMinor} currency={currency} />
      </td>
      <td className="num py-1!">
        <MoneyInput
          currency={currency}
          amount={pays}
          onAmount={onAmount}
          size="sm"
          inColumn
          className="max-md:min-w-30"
          placeholder={formatMoney(toMinor(0), currency, { symbol: false })}
          aria-label={`Pays of ${number}`}
          aria-invalid={isOverpaid || undefined}
          aria-describedby={isOverpaid ? errorId : undefined}
        />
        {isOverpaid && (
          <span
            id={errorId}
            role="alert"
            className="block pt-1 text-left text-meta whitespace-normal text-destructive"
          >
            {formatMoney(toMinor(-left), currency)} more than it has open.{' '}
            <button type="button" className="underline" onClick={() => onAmount(openMinor)}>
              Use {formatMoney(openMinor, currency, { symbol: false })}
            </button>
          </span>
        )}
      </td>
      <td className="num">
        {left === 0 ? (
          <span className="inline-flex items-center gap-1 text-positive">
            <Check aria-hidden className="size-3.5" />
            Paid
          </span>
        ) : (
          <Money amount={left} currency={currency} />
        )}
      </td>
      <td className="py-1!">
        {pays !== null && pays > 0 && left > 0 && (
          <RestChoiceField
            number={number}
            currency={currency}
            leftMinor={left}
            rest={rest}
            limit={limit}
            onRest={onRest}
          />
        )}
      </td>
    </tr>
  );
}
