import { Plus } from 'lucide-react';
import { KeptParams } from '@/components/filters/kept-params';
import { Button, buttonClass } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Popover } from '@/components/ui/popover';
import type { PlainDate } from '@/lib/domain/dates';
import type { Params } from '@/lib/url';

interface DayRangeProps {
  readonly params: Params;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** Narrows the activity to some days. A plain form: its days go into the address. */
export function DayRange({ params, from, to }: DayRangeProps) {
  return (
    <Popover
      label="When"
      trigger={
        <>
          <Plus aria-hidden />
          When
        </>
      }
      triggerClassName={buttonClass({ variant: 'ghost', size: 'sm' })}
      className="w-60 p-4!"
    >
      <form action="/activity" data-close className="flex flex-col gap-3">
        <KeptParams params={params} except={['from', 'to', 'before', 'verify']} />
        <Field name="from" label="From">
          {(control) => <Input {...control} type="date" defaultValue={from ?? ''} />}
        </Field>
        <Field name="to" label="To">
          {(control) => <Input {...control} type="date" defaultValue={to ?? ''} />}
        </Field>
        <Button type="submit" variant="primary">
          Show these days
        </Button>
      </form>
    </Popover>
  );
}
