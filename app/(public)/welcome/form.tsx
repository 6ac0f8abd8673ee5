'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { createSampleAction } from './actions';

/** Makes the sample books. `isMain` when it is the only way in on the page. */
export function SampleForm({ isMain }: { readonly isMain: boolean }) {
  const { state, form } = useForm(createSampleAction, { status: 'idle' });
  return (
    <form {...form} className="flex flex-col gap-3">
      <FormMessage state={state} />
      <SubmitButton
        size="lg"
        variant={isMain ? 'primary' : 'default'}
        className="w-full"
        pendingLabel="Making up two years…"
      >
        Look around with sample data
      </SubmitButton>
    </form>
  );
}
