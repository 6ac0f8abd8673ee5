'use client';
import { SettingsForm } from '@/components/settings/settings-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { savePaymentTerms } from './actions';

interface PaymentTermsFormProps {
  readonly termsDays: number;
  readonly requestId: string;
}

const FIELDS = ['termsDays'];

/** How long new customers have to pay. */
export function PaymentTermsForm({ termsDays, requestId }: PaymentTermsFormProps) {
  return (
    <SettingsForm
      action={savePaymentTerms}
      requestId={requestId}
      fields={FIELDS}
      renderFields={(errorOf) => (
        <Field
          name="termsDays"
          label="Days to pay"
          hint="From the day of the invoice; 0 is on receipt. For customers that you add from now on."
          error={errorOf('termsDays')}
        >
          {(control) => (
            <Input
              {...control}
              className="fig"
              inputMode="numeric"
              maxLength={4}
              autoComplete="off"
              defaultValue={termsDays}
            />
          )}
        </Field>
      )}
    />
  );
}
