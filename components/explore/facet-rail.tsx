import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { BucketDot } from '@/components/bucket-dot';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { ExploreSummary } from '@/db/queries/explore';
import { bucketLabels } from '@/lib/domain/aging';
import { type ExploreFilters, STATUS_FACTS } from '@/lib/explore-filters';
import { FACT_NAMES, itemsWords } from '@/lib/explore-words';
import { AmountFacet } from './amount-facet';
import { Facet, type FacetChoice } from './facet';

interface FacetRailProps {
  readonly filters: ExploreFilters;
  /** Names of what was asked for and could not be read. */
  readonly unread: readonly string[];
  readonly summary: ExploreSummary;
  /** Names of the chosen customers by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly currencies: readonly string[];
  /** Finds a customer and adds it to those asked for. */
  readonly addCustomer: ReactNode;
  /** What the form does not ask for, it keeps: names and values. */
  readonly kept: readonly (readonly [string, string])[];
}

/** Everything that Explore can be narrowed by, each choice with what it would leave. */
export function FacetRail({
  filters,
  unread,
  summary,
  names,
  currencies,
  addCustomer,
  kept,
}: FacetRailProps) {
  const { facets, matched } = summary;
  return (
    <div className="flex flex-col gap-5">
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <Facet title="Age" choices={ageChoices(filters, facets.ages)} />
      <AmountFacet bins={facets.amounts} filters={filters} unread={unread} />
      <fieldset>
        <legend className="facet-title">Customer</legend>
        <div className="field field-sm mb-2">
          <Search aria-hidden className="size-3.5 shrink-0 text-subtle" />
          <input
            type="search"
            name="q"
            aria-label="Customer’s name or code contains"
            placeholder="Name or code"
            maxLength={100}
            autoComplete="off"
            data-table-search
            defaultValue={filters.q}
          />
        </div>
        {filters.customerIds.map((id) => (
          <label key={id} className="facet-choice text-foreground">
            <input type="checkbox" className="check" name="customer" value={id} defaultChecked />
            <span className="truncate">{names.get(id) ?? 'A customer that is not there'}</span>
          </label>
        ))}
        {addCustomer}
      </fieldset>
      <Facet title="Owner" choices={ownerChoices(filters, facets.owners)} />
      <Facet
        title="Status"
        choices={STATUS_FACTS.map((fact) => ({
          name: 'status',
          value: fact,
          label: FACT_NAMES[fact],
          count: facets.facts[fact],
          isChosen: filters.statuses.includes(fact),
        })).filter(({ count, isChosen }) => count > 0 || isChosen)}
      />
      <Facet
        title="Tag"
        choices={facets.tags.map(({ value, count }) => ({
          name: 'tag',
          value,
          label: value,
          count,
          isChosen: filters.tags.includes(value),
        }))}
      />
      <Days title="Due" name="due" from={filters.dueFrom} to={filters.dueTo} />
      <Days title="Invoiced" name="invoiced" from={filters.invoicedFrom} to={filters.invoicedTo} />
      <label className="facet-choice">
        <input
          type="checkbox"
          className="check"
          name="credits"
          value="1"
          defaultChecked={filters.withCredits}
        />
        Unapplied credits too
      </label>
      {currencies.length > 1 && (
        <fieldset>
          <legend className="facet-title">Currency</legend>
          <Select size="sm" name="currency" aria-label="Currency" defaultValue={filters.currency}>
            {currencies.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </Select>
        </fieldset>
      )}
      <noscript>
        <Button type="submit" variant="primary">
          Show these
        </Button>
      </noscript>
      <button
        type="button"
        popoverTarget="filters"
        popoverTargetAction="hide"
        className="btn btn-primary btn-lg sticky bottom-0 xl:hidden"
      >
        Show {itemsWords(matched, filters)}
      </button>
    </div>
  );
}

function ageChoices({ bounds, buckets }: ExploreFilters, counts: readonly number[]): FacetChoice[] {
  return bucketLabels(bounds).map((label, i) => ({
    name: 'age',
    value: String(i),
    label: (
      <>
        <BucketDot index={i} buckets={bounds.length + 1} />
        {label}
      </>
    ),
    count: counts[i] ?? 0,
    isChosen: buckets.includes(i),
  }));
}

function ownerChoices(
  { owners, unowned }: ExploreFilters,
  counted: ExploreSummary['facets']['owners'],
): FacetChoice[] {
  return counted.map(({ value, count }) => ({
    name: value === null ? 'unowned' : 'owner',
    value: value ?? '1',
    label: value ?? 'Nobody',
    count,
    isChosen: value === null ? unowned : owners.includes(value),
  }));
}

interface DaysProps {
  readonly title: string;
  readonly name: 'due' | 'invoiced';
  readonly from: string | null;
  readonly to: string | null;
}

function Days({ title, name, from, to }: DaysProps) {
  return (
    <fieldset>
      <legend className="facet-title">{title}</legend>
      <div className="flex flex-col gap-2">
        <Input
          size="sm"
          type="date"
          name={`${name}From`}
          aria-label={`${title} from`}
          defaultValue={from ?? ''}
        />
        <Input
          size="sm"
          type="date"
          name={`${name}To`}
          aria-label={`${title} up to`}
          defaultValue={to ?? ''}
        />
      </div>
    </fieldset>
  );
}
