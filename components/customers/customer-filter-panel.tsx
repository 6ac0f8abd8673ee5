import { CurrencyField } from '@/components/filters/currency-field';
import { FilterChoice } from '@/components/filters/filter-choice';
import { FilterPanel } from '@/components/filters/filter-panel';
import { Checkbox } from '@/components/ui/checkbox';
import type { CustomerFilters } from '@/lib/customer-filters';
import { NO_LABEL } from '@/lib/filters';
import type { Params } from '@/lib/url';

/** What the list can be narrowed to: all that some customer has. */
interface CustomerChoices {
  readonly owners: readonly string[];
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly currencies: readonly string[];
}

interface CustomerFilterPanelProps {
  readonly filters: CustomerFilters;
  readonly choices: CustomerChoices;
  /** The page's parameters: what the form does not ask for, it keeps. */
  readonly params: Params;
  /** The page that is narrowed. */
  readonly path: string;
}

const ASKED = ['owner', 'tag', 'category', 'hold', 'noEmail', 'currency'];

/** Narrows the list of customers. */
export function CustomerFilterPanel({ filters, choices, params, path }: CustomerFilterPanelProps) {
  const { owners, tags, categories, currencies } = choices;
  return (
    <FilterPanel path={path} params={params} asked={ASKED}>
      <div className="grid grid-cols-2 gap-3">
        <FilterChoice
          name="owner"
          label="Owner"
          value={filters.owner}
          choices={owners}
          none={NO_LABEL.owner}
        />
        <FilterChoice name="tag" label="Tag" value={filters.tag} choices={tags} none={NO_LABEL.tag} />
        {categories.length > 0 && (
          <FilterChoice name="category" label="Category" value={filters.category} choices={categories} />
        )}
        {currencies.length > 1 && (
          <CurrencyField label="Amounts in" value={filters.currency} currencies={currencies} />
        )}
      </div>
      <Checkbox name="hold" value="1" defaultChecked={filters.onHold} label="Credit on hold" />
      <Checkbox name="noEmail" value="1" defaultChecked={filters.noEmail} label="No e-mail address" />
    </FilterPanel>
  );
}
