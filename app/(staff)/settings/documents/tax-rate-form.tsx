'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { addTax } from './actions';

/** Adds a tax. */
export function TaxRateForm({ requestId }: { readonly requestId: string }) {
  const { state, errorOf, form } = useForm(addTax, { status: 'idle' });
  return (
    <form {...form} className="flex flex-wrap items-start gap-3">
      <input type="hidden" name="requestId" value={requestId} />
      <Field name="name" label="Tax" error={errorOf('name')} className="min-w-[180px] flex-1">
        {(control) => <Input {...control} maxLength={60} autoComplete="off" placeholder="Sales tax" />}
      </Field>
      <Field name="percent" label="Percent" error={errorOf('percent')} className="w-[120px]">
        {(control) => (
          <Input {...control} className="fig" inputMode="decimal" autoComplete="off" placeholder="7.25" />
        )}
      </Field>
      <SubmitButton variant="default" className="mt-[26px] h-9! max-md:h-11!" pendingLabel="Adding…">
        Add tax
      </SubmitButton>
      <div className="w-full empty:hidden">
        <FormMessage
          state={state.status === 'done' ? { status: 'idle' } : state}
          fields={['name', 'percent']}
        />
      </div>
    </form>
  );
}
