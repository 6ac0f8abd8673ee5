import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';

interface CurrencyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly currencies: readonly string[];
}

/** The one currency that a list is in. */
export function CurrencyField({ label, value, currencies }: CurrencyFieldProps) {
  return (
    <Field name="currency" label={label}>
      {(control) => (
        <Select {...control} defaultValue={value}>
          {currencies.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      )}
    </Field>
  );
}
