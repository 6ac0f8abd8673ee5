import { DeedForm } from '@/components/forms/deed-form';
import type { TaxRate } from '@/db/queries/tax-rates';
import { uuid7 } from '@/lib/uuid';
import { removeTax } from './actions';
import { TaxRateForm } from './tax-rate-form';

/** The taxes that lines are offered, and a form for another. */
export function TaxRates({ rates }: { readonly rates: readonly TaxRate[] }) {
  return (
    <div className="flex max-w-[560px] flex-col gap-5">
      {rates.length > 0 && (
        <ul className="panel divide-y divide-border">
          {rates.map(({ id, name, percent }) => (
            <li key={id} className="flex items-center gap-4 px-5 py-2.5">
              <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
              <span className="fig">{percent}%</span>
              <DeedForm action={removeTax} values={{ taxRateId: id }} requestId={uuid7()}>
                Remove<span className="sr-only"> {name}</span>
              </DeedForm>
            </li>
          ))}
        </ul>
      )}
      <TaxRateForm requestId={uuid7()} key={rates.length} />
    </div>
  );
}
