'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { ButtonLink } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { confirmNewEmailAction } from '../actions';

/** One button: a mail program that opens links by itself changes nothing. */
export function ConfirmNewEmailForm({ token }: { readonly token: string }) {
  const { state, form } = useForm(confirmNewEmailAction, { status: 'idle' });
  return (
    <form {...form} className="mt-7 flex flex-col gap-4">
      <input type="hidden" name="token" value={token} />
      <FormMessage state={state} />
      {state.status === 'done' ? (
        <ButtonLink href="/" size="lg">
          Go on
        </ButtonLink>
      ) : (
        <SubmitButton size="lg" pendingLabel="Saving…">
          Use this address
        </SubmitButton>
      )}
    </form>
  );
}
