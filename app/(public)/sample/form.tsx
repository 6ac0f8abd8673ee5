'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { openSampleAction } from './actions';

/** Signs in as the sample's person of a role. */
export function OpenForm({ role }: { readonly role: string }) {
  const { state, form } = useForm(openSampleAction, { status: 'idle' });
  return (
    <form {...form} className="flex flex-col gap-3">
      <input type="hidden" name="role" value={role} />
      <FormMessage state={state} />
      <SubmitButton variant="default" className="max-md:h-11" pendingLabel="Opening…">
        Open as {role}
      </SubmitButton>
    </form>
  );
}
