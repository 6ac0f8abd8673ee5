import { CircleAlert } from 'lucide-react';
import { Input } from '@/components/ui/input';
import type { AmountBin } from '@/lib/domain/amount-bins';
import { type Minor, toDecimal, toMinor } from '@/lib/domain/money';
import type { ExploreFilters } from '@/lib/explore-filters';
import { formatMoney } from '@/lib/format';
import { notAnAmount } from '@/lib/typed-money';
import { AmountRange } from './amount-range';

interface AmountFacetProps {
  readonly bins: readonly AmountBin[];
  readonly filters: Pick<ExploreFilters, 'minMinor' | 'maxMinor' | 'currency'>;
  /** Names of what was asked for and could not be read. */
  readonly unread: readonly string[];
}

/** How many items of which size there are, with the bounds asked for: as bars, as handles, as two fields. */
export function AmountFacet({ bins, filters, unread }: AmountFacetProps) {
  const { minMinor, maxMinor, currency } = filters;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const edges = [...bins.map((bin) => bin.fromMinor), ...bins.slice(-1).map((bin) => bin.toMinor)];
  const low = Math.max(
    0,
    edges.findLastIndex((edge) => edge <= (minMinor ?? 0)),
  );
  const high = edges.findIndex((edge) => maxMinor !== null && edge >= maxMinor);
  const whole = (amount: Minor) => formatMoney(amount, currency, { cents: false });
  const isIn = ({ fromMinor, toMinor: to }: AmountBin) =>
    to > (minMinor ?? fromMinor) && fromMinor <= (maxMinor ?? fromMinor);
  const written = (amount: number | null) =>
    amount === null ? '' : toDecimal(toMinor(amount), currency).replace(/\.0+$/, '');
  const problem = (name: 'min' | 'max') =>
    unread.includes(name) && { 'aria-invalid': true, 'aria-describedby': 'no-amount' };
  return (
    <fieldset>
      <legend className="facet-title">Open amount</legend>
      {bins.length > 0 && (
        <div
          role="img"
          aria-label={`How many there are: ${bins.map((bin) => `${bin.count} from ${whole(bin.fromMinor)}`).join(', ')}`}
          className="flex h-8 items-end gap-[2px]"
        >
          {bins.map((bin) => (
            <span
              key={bin.fromMinor}
              title={`${whole(bin.fromMinor)} to ${whole(bin.toMinor)}: ${bin.count}`}
              className={`flex-1 rounded-t-[2px] ${isIn(bin) ? 'bg-primary' : 'bg-border-strong'}`}
              style={{ height: bin.count === 0 ? 0 : `max(2px, ${(100 * bin.count) / most}%)` }}
            />
          ))}
        </div>
      )}
      {bins.length > 1 && (
        <AmountRange edges={edges.map(written)} low={low} high={high < 0 ? edges.length - 1 : high} />
      )}
      <div className="mt-2 flex gap-2">
        <Input
          size="sm"
          name="min"
          {...problem('min')}
          aria-label="Open amount at least"
          placeholder="No limit"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={written(minMinor)}
        />
        <Input
          size="sm"
          name="max"
          {...problem('max')}
          aria-label="Open amount at most"
          placeholder="No limit"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={written(maxMinor)}
        />
      </div>
      {(unread.includes('min') || unread.includes('max')) && (
        <p id="no-amount" role="alert" className="mt-1.5 flex gap-1.5 text-meta text-destructive">
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          <span>That {notAnAmount(currency)}</span>
        </p>
      )}
    </fieldset>
  );
}
