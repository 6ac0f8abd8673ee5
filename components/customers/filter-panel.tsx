import { ListFilter } from 'lucide-react';
import { KeptParams } from '@/components/aging/kept-params';
import { Button, buttonClass } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
import { Select } from '@/components/ui/select';
import type { CustomerFilters } from '@/lib/customer-filters';
import { NO_LABEL, NONE } from '@/lib/filters';
import type { Params } from '@/lib/url';

/** What the list can be narrowed to: all that some customer has. */
interface CustomerChoices {
  readonly owners: readonly string[];
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly currencies: readonly string[];
}

interface FilterPanelProps {
  readonly filters: CustomerFilters;
  readonly choices: CustomerChoices;
  /** The page's parameters: what the form does not ask for, it keeps. */
  readonly params: Params;
  /** The page that is narrowed. */
  readonly path: string;
}

const ASKED = ['owner', 'tag', 'category', 'hold', 'noEmail', 'currency'];

/** Narrows the list of customers: a plain form that asks for the same page with other parameters. */
export function FilterPanel({ filters, choices, params, path }: FilterPanelProps) {
  return (
    <Popover
      label="Filters"
      align="end"
      className="w-80"
      triggerClassName={buttonClass({ size: 'sm' }, 'max-md:h-11!')}
      trigger={
        <>
          <ListFilter aria-hidden />
          Filters
        </>
      }
    >
      <form action={path} data-close className="flex flex-col gap-4 p-3">
        <KeptParams params={params} except={ASKED} />
        <div className="grid grid-cols-2 gap-3">
          <Choice
            name="owner"
            label="Owner"
            value={filters.owner}
            choices={choices.owners}
            none={NO_LABEL.owner}
          />
          <Choice name="tag" label="Tag" value={filters.tag} choices={choices.tags} none={NO_LABEL.tag} />
          {choices.categories.length > 0 && (
            <Choice name="category" label="Category" value={filters.category} choices={choices.categories} />
          )}
          {choices.currencies.length > 1 && (
            <Field name="currency" label="Amounts in">
              {(control) => (
                <Select {...control} defaultValue={filters.currency}>
                  {choices.currencies.map((each) => (
                    <option key={each}>{each}</option>
                  ))}
                </Select>
              )}
            </Field>
          )}
        </div>
        <Checkbox name="hold" value="1" defaultChecked={filters.onHold} label="Credit on hold" />
        <Checkbox name="noEmail" value="1" defaultChecked={filters.noEmail} label="No e-mail address" />
        <Button type="submit" variant="primary">
          Show these
        </Button>
      </form>
    </Popover>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly choices: readonly string[];
  /** What the choice of those without one is called. */
  readonly none?: string;
}

function Choice({ name, label, value, choices, none }: ChoiceProps) {
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
