'use client';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Minor } from '@/lib/domain/money';
import { REST_WAYS, type RestChoice, SHORT_REASONS } from '@/lib/domain/short-pay';
import { isWithinLimit, type WriteOffLimit } from '@/lib/domain/write-off-limit';
import { formatMoney } from '@/lib/format';

interface RestChoiceFieldProps {
  readonly number: string;
  readonly currency: string;
  /** What the payment leaves open, above 0. */
  readonly leftMinor: Minor;
  readonly rest: RestChoice;
  readonly limit: WriteOffLimit;
  readonly onRest: (rest: RestChoice) => void;
}

/** Asks once what becomes of what is left of an invoice: open, contested, written off, given as a discount or credited. */
export function RestChoiceField({ number, currency, leftMinor, rest, limit, onRest }: RestChoiceFieldProps) {
  const left = formatMoney(leftMinor, currency);
  const mayWriteOff = isWithinLimit(limit, { amountMinor: leftMinor, currency });
  const isListed = rest.as !== 'dispute' || (SHORT_REASONS as readonly string[]).includes(rest.reason);
  return (
    <div className="flex gap-2">
      <Select
        size="sm"
        className="min-w-0 flex-1"
        value={isListed ? valueOf(rest) : 'dispute'}
        onChange={(event) => onRest(choiceOf(event.target.value))}
        aria-label={`What is left of ${number}`}
      >
        <option value="open">Leave {left} open</option>
        {SHORT_REASONS.map((reason) => (
          <option key={reason} value={`dispute ${reason}`}>
            {reason}: dispute {left}
          </option>
        ))}
        <option value="dispute">Another reason to dispute {left}…</option>
        <option value="write_off" disabled={!mayWriteOff}>
          {mayWriteOff ? `Write off ${left}` : `Write off: ${limitWords(limit)}`}
        </option>
        <option value="discount">Discount of {left}</option>
        <option value="credit_memo">Credit memo for {left}</option>
      </Select>
      {!isListed && (
        <Input
          size="sm"
          className="min-w-0 flex-1"
          value={rest.reason}
          onChange={(event) => onRest({ as: 'dispute', reason: event.target.value })}
          maxLength={200}
          placeholder="Why?"
          aria-label={`Why ${number} is contested`}
        />
      )}
    </div>
  );
}

function valueOf({ as, reason }: RestChoice): string {
  return as === 'dispute' ? `dispute ${reason}` : as;
}

function choiceOf(value: string): RestChoice {
  const [way, ...words] = value.split(' ');
  return { as: REST_WAYS.find((each) => each === way) ?? 'open', reason: words.join(' ') };
}

function limitWords({ writeOffLimitMinor, currency }: WriteOffLimit): string {
  return writeOffLimitMinor === null
    ? 'not allowed'
    : `at most ${formatMoney(writeOffLimitMinor, currency)} at once`;
}
