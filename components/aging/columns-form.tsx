'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { optionalColumns } from '@/lib/aging-columns';
import type { AgingTaste } from '@/lib/aging-taste';
import type { FormState } from '@/lib/form-state';

interface ColumnsFormProps {
  readonly taste: AgingTaste;
  readonly labels: readonly string[];
  readonly save: (previous: FormState, form: FormData) => Promise<FormState>;
}

const NAMES: Readonly<Record<string, string>> = {
  shape: 'Shape',
  credits: 'Unapplied',
  oldest: 'Oldest, days',
  late: 'Late, percent',
  share: 'Percent of the line',
};

/** Which columns the reader sees, and how close the lines stand: kept for this person, in no link. */
export function ColumnsForm({ taste, labels, save }: ColumnsFormProps) {
  const { form, state, pending } = useForm<FormState>(save, { status: 'idle' });
  return (
    <form {...form} className="flex flex-col gap-3 p-3">
      <input type="hidden" name="buckets" value={labels.length} />
      <fieldset className="flex flex-col gap-1">
        <legend className="label">Columns</legend>
        {optionalColumns(labels.length).map((column, i) => (
          <Checkbox
            key={column}
            name="shown"
            value={column}
            defaultChecked={!taste.hidden.includes(column)}
            label={NAMES[column] ?? labels[i]}
          />
        ))}
      </fieldset>
      <fieldset className="flex gap-4">
        <legend className="label">Lines</legend>
        {(['compact', 'comfortable'] as const).map((density) => (
          <label key={density} className="inline-flex min-h-6 cursor-pointer items-center gap-2">
            <input
              type="radio"
              name="density"
              value={density}
              defaultChecked={taste.density === density}
              className="accent-primary"
            />
            {density === 'compact' ? 'Compact' : 'Comfortable'}
          </label>
        ))}
      </fieldset>
      <Button type="submit" pending={pending}>
        Save for me
      </Button>
      <FormMessage state={state} />
    </form>
  );
}
