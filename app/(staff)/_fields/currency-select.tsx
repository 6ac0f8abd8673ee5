import type { CurrencyChoice } from '@/app/(public)/choices';
import type { Control } from '@/components/ui/field';
import { Select } from '@/components/ui/select';

/** The currencies to choose, in two groups. */
export interface CurrencyChoices {
  readonly common: readonly CurrencyChoice[];
  readonly others: readonly CurrencyChoice[];
}

interface CurrencySelectProps extends Control {
  readonly value: string;
  readonly onChoose: (currency: string) => void;
  readonly currencies: CurrencyChoices;
}

/** A currency, those most often used first. */
export function CurrencySelect({ currencies, onChoose, ...control }: CurrencySelectProps) {
  return (
    <Select {...control} onChange={(event) => onChoose(event.target.value)}>
      <optgroup label="Often used">{currencies.common.map(currencyOption)}</optgroup>
      <optgroup label="All others">{currencies.others.map(currencyOption)}</optgroup>
    </Select>
  );
}

function currencyOption({ code, name }: CurrencyChoice) {
  return (
    <option key={code} value={code}>
      {code} – {name}
    </option>
  );
}
