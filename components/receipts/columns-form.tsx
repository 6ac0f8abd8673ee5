'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { ColumnTable, type MappedColumn } from '@/components/import/column-table';
import { StyleFields, type StyleQuestions } from '@/components/import/style-fields';
import { Button } from '@/components/ui/button';
import type { FormState } from '@/lib/form-state';

interface ColumnsFormProps {
  readonly statementId: string;
  readonly requestId: string;
  readonly columns: readonly MappedColumn[];
  readonly style: StyleQuestions;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Which column of a statement is what, and how days and amounts are written. */
export function ColumnsForm({ statementId, requestId, columns, style, action }: ColumnsFormProps) {
  const { state, pending, errorOf, form } = useForm(action, { status: 'idle' });
  return (
    <form {...form} aria-label="Columns" className="flex flex-col gap-4">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="statementId" value={statementId} />
      <div>
        <ColumnTable kind="bank" columns={columns} error={errorOf('column')} />
      </div>
      <StyleFields {...style} />
      <FormMessage state={state.status === 'done' ? { status: 'idle' } : state} fields={['column']} />
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {pending ? 'Reading…' : 'Take the lines in'}
        </Button>
      </div>
    </form>
  );
}
