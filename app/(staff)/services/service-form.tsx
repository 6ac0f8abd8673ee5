'use client';
import { useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { useSaved } from '@/components/forms/use-saved';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyInput } from '@/components/ui/money-input';
import { Textarea } from '@/components/ui/textarea';
import type { ServiceRecord } from '@/db/queries/catalogue';
import type { FormState } from '@/lib/form-state';
import { type CurrencyChoices, CurrencySelect } from '../_fields/currency-select';

interface ServiceFormProps {
  readonly requestId: string;
  /** The service to change; left out, a new one is added. */
  readonly service?: Pick<
    ServiceRecord,
    'id' | 'name' | 'description' | 'currency' | 'feeMinor' | 'taxPercent'
  >;
  /** Of the business. */
  readonly currency: string;
  readonly currencies: CurrencyChoices;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
}

const FIELDS = ['name', 'description', 'currency', 'fee', 'taxPercent'];
const IDLE: FormState = { status: 'idle' };

/** What is sold, at which fee. */
export function ServiceForm({ requestId, service, currencies, action, ...org }: ServiceFormProps) {
  const { state, pending, errorOf, form } = useForm(action, IDLE);
  const [currency, setCurrency] = useState(service?.currency ?? org.currency);
  const isDone = state.status === 'done';
  useSaved(state, '/services');
  return (
    <form {...form} className="flex max-w-[640px] flex-col gap-5">
      <input type="hidden" name="requestId" value={requestId} />
      {service && <input type="hidden" name="serviceId" value={service.id} />}
      <Field name="name" label="Name" error={errorOf('name')}>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            autoComplete="off"
            autoFocus={!service}
            defaultValue={service?.name ?? ''}
          />
        )}
      </Field>
      <Field
        name="description"
        label="Description"
        hint="What stands on the invoice. Empty: the name."
        error={errorOf('description')}
      >
        {(control) => <Textarea {...control} maxLength={500} defaultValue={service?.description ?? ''} />}
      </Field>
      <div className="grid gap-x-5 gap-y-5 md:grid-cols-3">
        {service ? (
          <input type="hidden" name="currency" value={service.currency} />
        ) : (
          <Field name="currency" label="Currency" error={errorOf('currency')}>
            {(control) => (
              <CurrencySelect {...control} value={currency} onChoose={setCurrency} currencies={currencies} />
            )}
          </Field>
        )}
        <Field name="fee" label={`Fee, ${currency}`} hint="Before tax." error={errorOf('fee')}>
          {(control) => (
            <MoneyInput
              key={currency}
              {...control}
              currency={currency}
              defaultAmount={service?.feeMinor ?? null}
            />
          )}
        </Field>
        <Field name="taxPercent" label="Tax, percent" error={errorOf('taxPercent')}>
          {(control) => (
            <Input
              {...control}
              className="fig"
              inputMode="decimal"
              maxLength={10}
              autoComplete="off"
              defaultValue={service?.taxPercent ?? '0'}
            />
          )}
        </Field>
      </div>
      <FormMessage state={isDone ? IDLE : state} fields={FIELDS} />
      <div className="flex gap-2 max-md:flex-col-reverse max-md:[&>.btn]:h-11">
        <ButtonLink href="/services">Cancel</ButtonLink>
        <Button type="submit" variant="primary" pending={pending || isDone}>
          {service ? 'Save changes' : 'Add service'}
        </Button>
      </div>
    </form>
  );
}
