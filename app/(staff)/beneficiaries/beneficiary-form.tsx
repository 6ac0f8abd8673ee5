'use client';
import { CustomerPicker } from '@/components/customers/customer-picker';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { useSaved } from '@/components/forms/use-saved';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { BeneficiaryRecord } from '@/db/queries/catalogue';
import type { CustomerOption } from '@/db/queries/customers';
import type { FormState } from '@/lib/form-state';
import { findCustomers } from '../customers/find-customers';

interface BeneficiaryFormProps {
  readonly requestId: string;
  /** The one to change; left out, a new one is added. */
  readonly beneficiary?: Pick<BeneficiaryRecord, 'id' | 'name' | 'category' | 'birthYear'>;
  readonly customer: CustomerOption | null;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
}

const FIELDS = ['name', 'category', 'birthYear', 'customerId'];
const IDLE: FormState = { status: 'idle' };

/** On whose behalf something is billed, and who pays for it. */
export function BeneficiaryForm({ requestId, beneficiary, customer, action }: BeneficiaryFormProps) {
  const { state, pending, errorOf, form } = useForm(action, IDLE);
  const isDone = state.status === 'done';
  useSaved(state, '/beneficiaries');
  return (
    <form {...form} className="grid max-w-[640px] gap-5 md:grid-cols-2">
      <input type="hidden" name="requestId" value={requestId} />
      {beneficiary && <input type="hidden" name="beneficiaryId" value={beneficiary.id} />}
      <Field name="name" label="Name" error={errorOf('name')} className="md:col-span-2">
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            autoComplete="off"
            autoFocus={!beneficiary}
            defaultValue={beneficiary?.name ?? ''}
          />
        )}
      </Field>
      <Field
        name="customerId"
        label="Customer"
        hint="Who pays. Empty: it can be named on anybody’s invoice."
        error={errorOf('customerId')}
        className="md:col-span-2"
      >
        {(control) => (
          <CustomerPicker
            {...control}
            find={findCustomers}
            defaultOption={customer}
            placeholder="Part of a name or code"
          />
        )}
      </Field>
      <Field
        name="category"
        label="Category"
        hint="A class, a region, a fleet. Optional."
        error={errorOf('category')}
      >
        {(control) => (
          <Input {...control} maxLength={100} autoComplete="off" defaultValue={beneficiary?.category ?? ''} />
        )}
      </Field>
      <Field
        name="birthYear"
        label="Year of birth"
        hint="Of a person. Optional."
        error={errorOf('birthYear')}
      >
        {(control) => (
          <Input
            {...control}
            className="fig"
            inputMode="numeric"
            maxLength={4}
            autoComplete="off"
            defaultValue={beneficiary?.birthYear ?? ''}
          />
        )}
      </Field>
      <div className="flex flex-col gap-4 md:col-span-2">
        <FormMessage state={isDone ? IDLE : state} fields={FIELDS} />
        <div className="flex gap-2 max-md:flex-col-reverse max-md:[&>.btn]:h-11">
          <ButtonLink href="/beneficiaries">Cancel</ButtonLink>
          <Button type="submit" variant="primary" pending={pending || isDone}>
            {beneficiary ? 'Save changes' : 'Add beneficiary'}
          </Button>
        </div>
      </div>
    </form>
  );
}
