import { CurrencyField } from '@/components/filters/currency-field';
import { FilterChoice } from '@/components/filters/filter-choice';
import { FilterPanel } from '@/components/filters/filter-panel';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { NO_LABEL, NONE } from '@/lib/filters';
import type { Params } from '@/lib/url';
import type { WorkFilters } from '@/lib/worklist-filters';

interface WorkFilterProps {
  readonly filters: WorkFilters;
  readonly params: Params;
  /** The name of who looks. */
  readonly me: string;
  readonly owners: readonly string[];
  readonly tags: readonly string[];
  readonly currencies: readonly string[];
  /** Names of the aging buckets, Current first. */
  readonly labels: readonly string[];
}

const ASKED = ['owner', 'tag', 'bucket', 'currency', 'page', 'customer'];

/** Narrows the worklist: whose customers, with which tag, how old, in which currency. A plain form. */
export function WorkFilter({ filters, params, me, owners, tags, currencies, labels }: WorkFilterProps) {
  const { owner, tag, bucket, currency } = filters;
  const count = [owner, tag, bucket].filter((each) => each !== null).length;
  const others = owners.filter((each) => each !== me);
  return (
    <FilterPanel
      path="/worklist"
      params={params}
      asked={ASKED}
      trigger={
        <>
          {owner === me ? 'Mine' : (owner ?? 'Everybody’s')}
          {count > (owner === null ? 0 : 1) && ` +${count - (owner === null ? 0 : 1)}`}
        </>
      }
    >
      <Field name="owner" label="Whose customers">
        {(control) => (
          <Select {...control} defaultValue={owner ?? ''}>
            <option value="">Everybody’s</option>
            <option value={me}>Mine ({me})</option>
            {others.map((each) => (
              <option key={each}>{each}</option>
            ))}
            <option value={NONE}>{NO_LABEL.owner}</option>
          </Select>
        )}
      </Field>
      <FilterChoice name="tag" label="Tag" value={tag} choices={tags} />
      <Field name="bucket" label="Oldest late invoice">
        {(control) => (
          <Select {...control} defaultValue={bucket ?? ''}>
            <option value="">Any age</option>
            {labels.slice(1).map((label, i) => (
              <option key={label} value={i + 1}>
                {label} days
              </option>
            ))}
          </Select>
        )}
      </Field>
      {currencies.length > 1 && <CurrencyField label="Currency" value={currency} currencies={currencies} />}
    </FilterPanel>
  );
}
