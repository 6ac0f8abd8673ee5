import { Calendar, Check, ChevronDown } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { asOfPresets } from '@/lib/as-of';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { type Params, withParams } from '@/lib/url';
import { AsOfForm } from './as-of-form';
import { buttonClass } from './ui/button';
import { Popover } from './ui/popover';

interface AsOfControlProps {
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  /** The day whose numbers the page shows when its address names none; left out, today. */
  readonly usual?: PlainDate;
  /** The page it stands on. */
  readonly path: Route;
  /** That page's parameters: all but asOf and page are kept. */
  readonly params: Params;
}

/** The day that the page's numbers are of, and the ways to another. The usual day is the absence of `asOf` in the address. */
export function AsOfControl({ asOf, today, usual = today, path, params }: AsOfControlProps) {
  const href = (day: PlainDate) => withParams(path, params, { asOf: day === usual ? null : day, page: null });
  return (
    <Popover
      label="As of"
      align="end"
      triggerClassName={buttonClass({ size: 'sm' })}
      trigger={
        <>
          <Calendar aria-hidden className="text-subtle" />
          <span className="text-muted-foreground max-md:sr-only">As of</span> {formatDay(asOf)}
          <ChevronDown aria-hidden className="size-3! text-subtle" />
        </>
      }
      className="w-64"
    >
      <ul>
        {asOfPresets(today).map(({ label, day }) => (
          <li key={label}>
            <Link
              href={href(day)}
              aria-current={day === asOf ? 'true' : undefined}
              className="nav max-md:h-11"
            >
              {label}
              <span className="n flex items-center gap-1.5 font-normal text-subtle">
                {formatDay(day, { today })}
                <Check aria-hidden className={`size-3.5 ${day === asOf ? '' : 'invisible'}`} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <AsOfForm {...{ path, asOf, today }}>
        <KeptParams params={params} />
      </AsOfForm>
    </Popover>
  );
}

function KeptParams({ params }: { readonly params: Params }) {
  const kept = Object.entries(params).filter(([name]) => name !== 'asOf' && name !== 'page');
  const pairs = kept.flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each] as const));
  return pairs.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
}
