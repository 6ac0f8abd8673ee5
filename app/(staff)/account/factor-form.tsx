'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { RecoveryCodes } from '@/components/settings/recovery-codes';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { CodeField } from './code-field';
import { factorAction } from './factor-actions';

/** New recovery codes, or the end of one's second factor, each against a code. */
export function FactorForm({ mayRemove }: { readonly mayRemove: boolean }) {
  const { state, errorOf, form } = useForm(factorAction, { status: 'idle' });
  return (
    <form {...form} className="flex flex-col gap-4">
      {state.status === 'done' && state.secret && <RecoveryCodes codes={state.secret.split('\n')} />}
      <CodeField error={errorOf('code')} />
      <Field name="deed" label="What to do" error={errorOf('deed')}>
        {(control) => (
          <Select {...control}>
            <option value="renew">Make new recovery codes: the old ones end</option>
            {mayRemove && <option value="remove">Take the second factor away</option>}
          </Select>
        )}
      </Field>
      <FormMessage state={state} fields={['code', 'deed']} />
      <SubmitButton variant="default" className="self-start max-md:h-11" pendingLabel="Checking…">
        Go ahead
      </SubmitButton>
    </form>
  );
}
