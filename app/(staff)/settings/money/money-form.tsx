'use client';
import { SettingsForm } from '@/components/settings/settings-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyInput } from '@/components/ui/money-input';
import type { OrganizationFacts } from '@/db/queries/organization';
import { saveMoneyRules } from './actions';

interface MoneyFormProps {
  readonly facts: OrganizationFacts;
  readonly requestId: string;
}

const FIELDS = ['tolerance', 'tolerancePercent', 'writeOffLimit', 'exchangeAccount'];

/** What is let go of by itself, how much may be written off, and where exchange differences go. */
export function MoneyForm({ facts, requestId }: MoneyFormProps) {
  const { currency } = facts;
  return (
    <SettingsForm
      action={saveMoneyRules}
      requestId={requestId}
      fields={FIELDS}
      renderFields={(errorOf) => (
        <>
          <Field
            name="tolerance"
            label="Let go of at most"
            hint="A rest of an invoice this small is written off when a payment leaves it. Empty: none is."
            error={errorOf('tolerance')}
          >
            {(control) => (
              <MoneyInput {...control} currency={currency} defaultAmount={facts.toleranceMinor} />
            )}
          </Field>
          <Field
            name="tolerancePercent"
            label="… and of the invoice at most, percent"
            hint="The smaller of the two limits holds. Empty: no rest is written off by itself."
            error={errorOf('tolerancePercent')}
          >
            {(control) => (
              <Input
                {...control}
                className="fig"
                inputMode="decimal"
                autoComplete="off"
                defaultValue={facts.tolerancePercent ?? ''}
              />
            )}
          </Field>
          <Field
            name="writeOffLimit"
            label="Write off at once at most"
            hint="Staff cannot write off more than this in one step. Empty: any amount."
            error={errorOf('writeOffLimit')}
          >
            {(control) => (
              <MoneyInput {...control} currency={currency} defaultAmount={facts.writeOffLimitMinor} />
            )}
          </Field>
          <Field
            name="exchangeAccount"
            label="Account for exchange differences"
            hint={`Where your ledger books what rates won or lost. Empty: nothing but ${currency} can be settled.`}
            error={errorOf('exchangeAccount')}
          >
            {(control) => (
              <Input
                {...control}
                maxLength={100}
                autoComplete="off"
                defaultValue={facts.exchangeAccount ?? ''}
              />
            )}
          </Field>
        </>
      )}
    />
  );
}
