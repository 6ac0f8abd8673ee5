import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { NONE } from '@/lib/filters';

interface FilterChoiceProps {
  readonly name: string;
  readonly label: string;
  /** Null when it is not narrowed. */
  readonly value: string | null;
  readonly choices: readonly string[];
  /** What the choice of those without one is called; left out where there are none. */
  readonly none?: string;
}

/** One of the words that rows have, or any; a word that no row has any more stays while it is asked for. */
export function FilterChoice({ name, label, value, choices, none }: FilterChoiceProps) {
  const known = value === null || value === NONE || choices.includes(value) ? choices : [value, ...choices];
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Select {...control} defaultValue={value ?? ''}>
          <option value="">Any</option>
          {known.map((each) => (
            <option key={each}>{each}</option>
          ))}
          {none && <option value={NONE}>{none}</option>}
        </Select>
      )}
    </Field>
  );
}
