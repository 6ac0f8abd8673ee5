import { ListFilter } from 'lucide-react';
import { KeptParams } from '@/components/aging/kept-params';
import { Button, buttonClass } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
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
    <Popover
      label="Filters"
      align="end"
      className="w-72"
      triggerClassName={buttonClass({ size: 'sm' }, 'max-md:h-11!')}
      trigger={
        <>
          <ListFilter aria-hidden />
          {owner === me ? 'Mine' : (owner ?? 'Everybody’s')}
          {count > (owner === null ? 0 : 1) && ` +${count - (owner === null ? 0 : 1)}`}
        </>
      }
    >
      <form action="/worklist" data-close className="flex flex-col gap-4 p-3">
        <KeptParams params={params} except={ASKED} />
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
        <Field name="tag" label="Tag">
          {(control) => (
            <Select {...control} defaultValue={tag ?? ''}>
              <option value="">Any</option>
              {tags.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </Select>
          )}
        </Field>
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
        {currencies.length > 1 && (
          <Field name="currency" label="Currency">
            {(control) => (
              <Select {...control} defaultValue={currency}>
                {currencies.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Button type="submit" variant="primary">
          Show these
        </Button>
      </form>
    </Popover>
  );
}
