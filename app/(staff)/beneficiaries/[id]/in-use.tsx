'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { useSaved } from '@/components/forms/use-saved';
import { SubmitButton } from '@/components/ui/submit-button';
import { removeBeneficiary, restoreBeneficiary } from '../actions';

interface InUseProps {
  readonly beneficiaryId: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly requestId: string;
}

/** Takes a beneficiary out of use, or back into it. */
export function InUse({ beneficiaryId, name, isActive, requestId }: InUseProps) {
  const { state, form } = useForm(isActive ? removeBeneficiary : restoreBeneficiary, { status: 'idle' });
  useSaved(state, '/beneficiaries');
  return (
    <form {...form} className="flex flex-col items-start gap-3">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="beneficiaryId" value={beneficiaryId} />
      {state.status !== 'done' && <FormMessage state={state} />}
      <SubmitButton variant="default" className="max-md:h-11">
        {isActive ? `Take ${name} out of use` : `Use ${name} again`}
      </SubmitButton>
    </form>
  );
}
