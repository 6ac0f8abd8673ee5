import type { Route } from 'next';
import Link from 'next/link';
import { AgingBar } from '@/components/aging-bar';
import type { AgingSums } from '@/db/queries/aging';
import { sumOf } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';
import type { WidgetMoment } from './moment';

/** Somebody with what is open of theirs, by age. */
interface AgedLine extends AgingSums {
  readonly key: string;
  readonly name: string;
  readonly href: Route;
}

/** A bar of ages per line, as long as what is open of it; each line is a link. */
export function AgedList({ lines, at }: { readonly lines: readonly AgedLine[]; readonly at: WidgetMoment }) {
  const { currency, labels } = at;
  const most = Math.max(1, ...lines.map((line) => sumOf(line.bucketsMinor)));
  return (
    <ul className="flex flex-col px-4 pt-1 pb-1.5">
      {lines.map(({ key, name, href, bucketsMinor, totalMinor }) => (
        <li key={key}>
          <Link
            href={href}
            title={`${name}, ${formatMoney(totalMinor, currency)}`}
            className="-mx-2 grid min-h-[29px] grid-cols-[minmax(0,176px)_minmax(0,1fr)_auto] items-center gap-3 rounded-[6px] px-2 hover:bg-card-2 max-md:min-h-11"
          >
            <span className="truncate">{name}</span>
            <span style={{ width: `${(100 * sumOf(bucketsMinor)) / most}%` }}>
              <AgingBar amounts={bucketsMinor} labels={labels} currency={currency} size="md" />
            </span>
            <span className="fig min-w-16 text-right">
              {formatMoney(totalMinor, currency, { cents: false })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
