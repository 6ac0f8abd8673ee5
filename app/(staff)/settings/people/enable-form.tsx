'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { enable } from './actions';

interface EnableFormProps {
  readonly membershipId: string;
  readonly requestId: string;
}

/** Lets somebody who was disabled sign in again. */
export function EnableForm({ membershipId, requestId }: EnableFormProps) {
  const { state, form } = useForm(enable, { status: 'idle' });
  return (
    <form {...form} className="flex flex-col items-start gap-3">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="membershipId" value={membershipId} />
      <FormMessage state={state} />
      <SubmitButton variant="default" className="max-md:h-11" pendingLabel="Enabling…">
        Enable
      </SubmitButton>
    </form>
  );
}
