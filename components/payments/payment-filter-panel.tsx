import { ListFilter } from 'lucide-react';
import { KeptParams } from '@/components/aging/kept-params';
import { Button, buttonClass } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Popover } from '@/components/ui/popover';
import { Select } from '@/components/ui/select';
import { type Minor, toDecimal } from '@/lib/domain/money';
import type { PaymentFilters } from '@/lib/payment-filters';
import type { Params } from '@/lib/url';

interface PaymentFilterPanelProps {
  readonly filters: PaymentFilters;
  /** The page's parameters: what the form does not ask for, it keeps. */
  readonly params: Params;
  readonly methods: readonly string[];
  readonly currencies: readonly string[];
  /** What amounts are in when no currency is chosen. */
  readonly usualCurrency: string;
}

const ASKED = ['method', 'from', 'to', 'min', 'max', 'currency'];

/** Narrows the list of payments: how it was paid, when, how much, in which currency. A plain form. */
export function PaymentFilterPanel(props: PaymentFilterPanelProps) {
  const { filters, params, methods, currencies, usualCurrency } = props;
  const { method, from, to, minMinor, maxMinor, currency } = filters;
  const unit = currency ?? usualCurrency;
  const amount = (minor: Minor | null) => (minor === null ? '' : toDecimal(minor, unit));
  const known = method === null || methods.includes(method) ? methods : [method, ...methods];
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
      <form action="/payments" data-close className="flex flex-col gap-4 p-3">
        <KeptParams params={params} except={ASKED} />
        <Field name="method" label="Method">
          {(control) => (
            <Select {...control} defaultValue={method ?? ''}>
              <option value="">Any</option>
              {known.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </Select>
          )}
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field name="from" label="Received from">
            {(control) => <Input {...control} type="date" defaultValue={from ?? ''} />}
          </Field>
          <Field name="to" label="to">
            {(control) => <Input {...control} type="date" defaultValue={to ?? ''} />}
          </Field>
          <Field name="min" label={`Amount from, ${unit}`}>
            {(control) => <Input {...control} inputMode="decimal" defaultValue={amount(minMinor)} />}
          </Field>
          <Field name="max" label="to">
            {(control) => <Input {...control} inputMode="decimal" defaultValue={amount(maxMinor)} />}
          </Field>
        </div>
        {currencies.length > 1 && (
          <Field name="currency" label="Currency">
            {(control) => (
              <Select {...control} defaultValue={currency ?? ''}>
                <option value="">Any</option>
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
