'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { archiveCustomer, restoreCustomer } from '../../actions';

interface ArchiveCustomerProps {
  readonly customerId: string;
  readonly name: string;
  readonly isArchived: boolean;
  readonly requestId: string;
}

/** Archives a customer, or brings it back. Each undoes the other. */
export function ArchiveCustomer({ customerId, name, isArchived, requestId }: ArchiveCustomerProps) {
  const { state, form } = useForm(isArchived ? restoreCustomer : archiveCustomer, { status: 'idle' });
  return (
    <form {...form} className="flex flex-col items-start gap-3">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="customerId" value={customerId} />
      <FormMessage state={state} />
      <SubmitButton variant="default" className="max-md:h-11">
        {isArchived ? `Restore ${name}` : `Archive ${name}`}
      </SubmitButton>
    </form>
  );
}
