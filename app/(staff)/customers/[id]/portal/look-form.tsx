'use client';
import { Eye } from 'lucide-react';
import { useForm } from '@/components/forms/use-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { lookAsCustomer } from './actions';

/** Opens the portal as the customer sees it. */
export function LookForm({ customerId }: { readonly customerId: string }) {
  const { state, form } = useForm(lookAsCustomer, { status: 'idle' });
  return (
    <form {...form} className="flex items-center gap-3">
      <input type="hidden" name="customerId" value={customerId} />
      {(state.status === 'refused' || state.status === 'failed') && (
        <span role="alert" className="text-meta text-destructive">
          {state.message}
        </span>
      )}
      <SubmitButton variant="default" size="sm" className="max-md:h-11" pendingLabel="Opening…">
        <Eye aria-hidden />
        See what they see
      </SubmitButton>
    </form>
  );
}
