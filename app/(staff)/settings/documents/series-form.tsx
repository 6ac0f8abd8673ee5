'use client';
import { useEffect, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import type { NumberSeries } from '@/db/queries/number-series';
import { KIND_NAMES } from '@/lib/domain/documents';
import { saveSeries } from './actions';

interface SeriesFormProps {
  readonly series: NumberSeries;
  readonly requestId: string;
}

const FIELDS = ['prefix', 'next'];

/** How the numbers of one kind of document begin, and what the next one will be. */
export function SeriesForm({ series, requestId }: SeriesFormProps) {
  const { state, errorOf, form } = useForm(saveSeries, { status: 'idle' });
  const [prefix, setPrefix] = useState(series.prefix);
  const [next, setNext] = useState(String(series.next));
  useEffect(() => {
    if (state.status === 'done') showToast({ message: state.message });
  }, [state]);
  const name = KIND_NAMES[series.kind];
  return (
    <form {...form} className="flex flex-wrap items-start gap-3 py-4">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="kind" value={series.kind} />
      <div className="w-[150px] pt-1 max-md:w-full">
        <p className="font-medium">{name}</p>
        <p className="hint fig mt-0!">
          Next: {prefix}
          {next.padStart(5, '0')}
        </p>
      </div>
      <Field name="prefix" label="Begins with" error={errorOf('prefix')} className="w-[150px]">
        {(control) => (
          <Input
            {...control}
            aria-label={`${name}: begins with`}
            className="fig"
            maxLength={12}
            autoComplete="off"
            value={prefix}
            onChange={(event) => setPrefix(event.target.value)}
          />
        )}
      </Field>
      <Field name="next" label="Next number" error={errorOf('next')} className="w-[150px]">
        {(control) => (
          <Input
            {...control}
            aria-label={`${name}: next number`}
            className="fig"
            inputMode="numeric"
            autoComplete="off"
            readOnly={series.isBegun}
            value={next}
            onChange={(event) => setNext(event.target.value)}
          />
        )}
      </Field>
      <SubmitButton
        variant="default"
        className="mt-[26px] h-9! max-md:h-11! max-[420px]:mt-0"
        pendingLabel="Saving…"
      >
        Save<span className="sr-only"> {name} numbers</span>
      </SubmitButton>
      <div className="w-full empty:hidden">
        <FormMessage state={state.status === 'done' ? { status: 'idle' } : state} fields={FIELDS} />
      </div>
    </form>
  );
}
