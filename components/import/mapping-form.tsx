'use client';
import { useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import type { PlainDate } from '@/lib/domain/dates';
import type { FormState } from '@/lib/form-state';
import type { ImportKind } from '@/lib/import/fields';
import { ColumnTable, type MappedColumn } from './column-table';
import { StyleFields, type StyleQuestions } from './style-fields';

interface MappingFormProps {
  readonly importId: string;
  readonly requestId: string;
  readonly kind: ImportKind;
  readonly columns: readonly MappedColumn[];
  readonly style: StyleQuestions;
  readonly createCustomers: boolean;
  readonly apply: 'none' | 'oldest';
  /** Of which day opening balances are; null while nobody said. */
  readonly asOf: PlainDate | null;
  readonly today: PlainDate;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Which column is what, how days and amounts are written, and what may be added: the guess, to be corrected. */
export function MappingForm(props: MappingFormProps) {
  const { kind, createCustomers, apply } = props;
  const { state, pending, errorOf, form } = useForm(props.action, { status: 'idle' });
  const [isChanged, setChanged] = useState(false);
  return (
    <form
      {...form}
      onChange={() => setChanged(true)}
      onSubmit={(event) => {
        setChanged(false);
        form.onSubmit(event);
      }}
      aria-label="Columns"
    >
      <input type="hidden" name="requestId" value={props.requestId} />
      <input type="hidden" name="importId" value={props.importId} />
      <ColumnTable kind={kind} columns={props.columns} error={errorOf('column')} />
      <div className="mt-4 flex flex-col gap-4">
        {kind === 'opening-balances' && (
          <Field
            name="asOf"
            label="Balances as of"
            hint="The last day of your earlier books. Nothing is owed here before it."
            error={errorOf('asOf')}
          >
            {(control) => (
              <DateInput {...control} today={props.today} defaultDay={props.asOf} className="max-w-[220px]" />
            )}
          </Field>
        )}
        <StyleFields {...props.style} />
        {kind !== 'customers' && (
          <Checkbox
            name="createCustomers"
            defaultChecked={createCustomers}
            label="Create customers who are not in the books yet"
          />
        )}
        {kind === 'payments' && (
          <Checkbox
            name="oldest"
            defaultChecked={apply === 'oldest'}
            label="Payments that name no invoice pay the oldest due first (otherwise they stay on account)"
          />
        )}
        <FormMessage
          state={state.status === 'done' ? { status: 'idle' } : state}
          fields={['column', 'asOf']}
        />
        <div className="flex items-center gap-3 max-md:[&>.btn]:h-11">
          <Button type="submit" pending={pending}>
            {pending ? 'Checking…' : 'Check again'}
          </Button>
          <p role="status" className="text-warning">
            {isChanged ? 'Changed. What stands below is from before.' : ''}
          </p>
        </div>
      </div>
    </form>
  );
}
