'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { useSaved } from '@/components/forms/use-saved';
import { SubmitButton } from '@/components/ui/submit-button';
import { offerService, removeService } from '../actions';

interface OfferingProps {
  readonly serviceId: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly requestId: string;
}

/** Stops offering a service, or offers it again. */
export function Offering({ serviceId, name, isActive, requestId }: OfferingProps) {
  const { state, form } = useForm(isActive ? removeService : offerService, { status: 'idle' });
  useSaved(state, '/services');
  return (
    <form {...form} className="flex flex-col items-start gap-3">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="serviceId" value={serviceId} />
      {state.status !== 'done' && <FormMessage state={state} />}
      <SubmitButton variant="default" className="max-md:h-11">
        {isActive ? `Stop offering ${name}` : `Offer ${name} again`}
      </SubmitButton>
    </form>
  );
}
