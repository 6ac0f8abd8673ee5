import type { Route } from 'next';
import { type Params, withParams } from '@/lib/url';
import { Segmented } from './ui/segmented';

interface CurrencySwitchProps {
  /** Those that have anything open. */
  readonly currencies: readonly string[];
  readonly currency: string;
  /** The page it stands on, and its parameters. */
  readonly path: Route;
  readonly params: Params;
}

/** The same page in each currency that has anything open, beside its title; nothing for a single one, or on a phone. */
export function CurrencySwitch(props: CurrencySwitchProps) {
  if (props.currencies.length < 2) return null;
  return (
    <span className="max-md:hidden">
      <Currencies {...props} />
    </span>
  );
}

/** The same below the title, on a phone. */
export function CurrencyStrip(props: CurrencySwitchProps) {
  if (props.currencies.length < 2) return null;
  return (
    <div className="border-b border-border px-4 py-2 md:hidden print:hidden">
      <Currencies {...props} />
    </div>
  );
}

function Currencies({ currencies, currency, path, params }: CurrencySwitchProps) {
  return (
    <Segmented
      label="Currency"
      options={currencies.map((code) => ({
        label: code,
        href: withParams(path, params, { currency: code }),
        isCurrent: code === currency,
      }))}
    />
  );
}
