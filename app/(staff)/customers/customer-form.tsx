'use client';
import type { Route } from 'next';
import { type ReactNode, useState } from 'react';
import { CustomerPicker } from '@/components/customers/customer-picker';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { useSaved } from '@/components/forms/use-saved';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyInput } from '@/components/ui/money-input';
import { TagInput } from '@/components/ui/tag-input';
import { Textarea } from '@/components/ui/textarea';
import type { Customer, CustomerOption } from '@/db/queries/customers';
import type { FormState } from '@/lib/form-state';
import { type CurrencyChoices, CurrencySelect } from '../_fields/currency-select';
import { DrawnFields } from './drawn-fields';
import { findCustomers } from './find-customers';

interface CustomerFormProps {
  readonly requestId: string;
  /** The customer to change; left out, a new one is added. */
  readonly customer?: Customer;
  /** To begin with: the customer's, or what most customers of the business have. */
  readonly currency: string;
  readonly termsDays: number;
  readonly currencies: CurrencyChoices;
  /** What other customers have: offered as one types. */
  readonly labels: { readonly owners: readonly string[]; readonly tags: readonly string[] };
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly cancelHref: Route;
}

const FIELDS = 'name code currency termsDays creditLimit parentId owner tags email phone address notes'.split(
  ' ',
);

/** Who the customer is, how it pays, how to reach it. */
export function CustomerForm({
  requestId,
  termsDays,
  currencies,
  labels,
  action,
  cancelHref,
  ...begin
}: CustomerFormProps) {
  const { state, pending, errorOf, form } = useForm(action, { status: 'idle' });
  const [currency, setCurrency] = useState(begin.currency);
  // The page may be drawn anew below it: the form goes on from what it showed first.
  const [customer] = useState(begin.customer);
  useSaved(state, '/customers/:id');
  const text = (name: TextField, label: string, hint?: string, max = 100) => (
    <Field name={name} label={label} hint={hint} error={errorOf(name)}>
      {(control) => (
        <Input
          {...control}
          maxLength={max}
          autoComplete="off"
          autoFocus={name === 'name' && !customer}
          defaultValue={customer?.[name] ?? ''}
        />
      )}
    </Field>
  );
  const paragraph = (name: TextField, label: string, hint: string, max: number) => (
    <Field name={name} label={label} hint={hint} error={errorOf(name)}>
      {(control) => <Textarea {...control} maxLength={max} defaultValue={customer?.[name] ?? ''} />}
    </Field>
  );
  return (
    <form {...form} className="flex max-w-[640px] flex-col gap-8">
      <input type="hidden" name="requestId" value={requestId} />
      {customer && <DrawnFields customer={customer} state={state} />}
      <Group title="Customer">
        {text('name', 'Name', undefined, 200)}
        {text('code', 'Code', 'Your own short name for it. Optional.', 40)}
        <Field
          name="parentId"
          label="Part of"
          hint="The group it belongs to. Optional."
          error={errorOf('parentId')}
        >
          {(control) => (
            <CustomerPicker
              {...control}
              find={findCustomers}
              defaultOption={optionOf(customer)}
              placeholder="Find a customer"
            />
          )}
        </Field>
        <LabelFields customer={customer} labels={labels} errorOf={errorOf} />
      </Group>
      <Group title="How it pays">
        <Field name="currency" label="Currency" error={errorOf('currency')}>
          {(control) => (
            <CurrencySelect {...control} value={currency} onChoose={setCurrency} currencies={currencies} />
          )}
        </Field>
        <Field
          name="termsDays"
          label="Days to pay"
          hint="From the day of the invoice."
          error={errorOf('termsDays')}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              defaultValue={termsDays}
              maxLength={4}
              autoComplete="off"
            />
          )}
        </Field>
        <Field
          name="creditLimit"
          label="Credit limit"
          hint="Empty means no limit."
          error={errorOf('creditLimit')}
        >
          {(control) => (
            <MoneyInput
              key={currency}
              {...control}
              currency={currency}
              defaultAmount={customer?.currency === currency ? customer.creditLimitMinor : null}
            />
          )}
        </Field>
      </Group>
      <Group title="How to reach it">
        {text('email', 'E-mail', undefined, 254)}
        {text('phone', 'Phone', undefined, 60)}
        {paragraph('address', 'Address', 'As it stands on invoices.', 500)}
        {paragraph('notes', 'Notes', 'For you and your colleagues only.', 2_000)}
      </Group>
      <FormMessage state={state.status === 'done' ? { status: 'idle' } : state} fields={FIELDS} />
      <div className="flex gap-2 max-md:flex-col-reverse max-md:[&>.btn]:h-11">
        <ButtonLink href={cancelHref}>Cancel</ButtonLink>
        <Button type="submit" variant="primary" pending={pending || state.status === 'done'}>
          {customer ? 'Save changes' : 'Add customer'}
        </Button>
      </div>
    </form>
  );
}

interface LabelFieldsProps extends Pick<CustomerFormProps, 'labels'> {
  readonly customer: Customer | undefined;
  readonly errorOf: (name: string) => string | undefined;
}

/** Who looks after the customer, and its tags: both are offered as they are written elsewhere. */
function LabelFields({ customer, labels, errorOf }: LabelFieldsProps) {
  return (
    <>
      <Field name="owner" label="Owner" hint="Who looks after it. Optional." error={errorOf('owner')}>
        {(control) => (
          <Input
            {...control}
            list="owners"
            maxLength={100}
            autoComplete="off"
            defaultValue={customer?.owner ?? ''}
          />
        )}
      </Field>
      <datalist id="owners">
        {labels.owners.map((owner) => (
          <option key={owner} value={owner} />
        ))}
      </datalist>
      <Field
        name="tags"
        label="Tags"
        hint="Enter or a comma adds one."
        error={errorOf('tags')}
        className="md:col-span-2"
      >
        {(control) => <TagInput {...control} defaultTags={customer?.tags ?? []} known={labels.tags} />}
      </Field>
    </>
  );
}

type TextField = 'name' | 'code' | 'email' | 'phone' | 'address' | 'notes';

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="grid gap-x-5 gap-y-4 md:grid-cols-2">
      <legend className="mb-4 text-section font-semibold tracking-[-.011em]">{title}</legend>
      {children}
    </fieldset>
  );
}

/** The group of a customer as the picker shows it: its name is all that is asked of it here. */
function optionOf(customer: Customer | undefined): CustomerOption | null {
  if (!customer?.parent) return null;
  return { ...customer.parent, code: null, currency: customer.currency, termsDays: customer.termsDays };
}
