import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toDecimal } from '@/lib/domain/money';

interface DayAndAmountProps {
  readonly filters: {
    readonly from: PlainDate | null;
    readonly to: PlainDate | null;
    readonly minMinor: Minor | null;
    readonly maxMinor: Minor | null;
  };
  /** What happened on the day, such as "Issued". */
  readonly verb: string;
  /** What amounts are in. */
  readonly currency: string;
}

/** From which day to which, and from which amount to which. */
export function DayAndAmount({ filters, verb, currency }: DayAndAmountProps) {
  const amount = (minor: Minor | null) => (minor === null ? '' : toDecimal(minor, currency));
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field name="from" label={`${verb} from`}>
        {(control) => <Input {...control} type="date" defaultValue={filters.from ?? ''} />}
      </Field>
      <Field name="to" label="to">
        {(control) => <Input {...control} type="date" defaultValue={filters.to ?? ''} />}
      </Field>
      <Field name="min" label={`Amount from, ${currency}`}>
        {(control) => <Input {...control} inputMode="decimal" defaultValue={amount(filters.minMinor)} />}
      </Field>
      <Field name="max" label="to">
        {(control) => <Input {...control} inputMode="decimal" defaultValue={amount(filters.maxMinor)} />}
      </Field>
    </div>
  );
}
