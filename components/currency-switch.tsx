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

/** The same page in each currency that has anything open. */
export function CurrencySwitch({ currencies, currency, path, params }: CurrencySwitchProps) {
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
