'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { endSessionAction } from './actions';

/** Signs another browser out. */
export function EndSessionForm({
  sessionId,
  browser,
}: {
  readonly sessionId: string;
  readonly browser: string;
}) {
  const { state, form } = useForm(endSessionAction, { status: 'idle' });
  return (
    <form {...form} className="flex items-center gap-3">
      <input type="hidden" name="sessionId" value={sessionId} />
      <FormMessage state={state} />
      <SubmitButton variant="default" size="sm" className="max-md:h-11" aria-label={`Sign out ${browser}`}>
        Sign out
      </SubmitButton>
    </form>
  );
}
