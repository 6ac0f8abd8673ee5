'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { enterByLinkAction } from '../actions';

/** One button: a mail program that opens links by itself uses none up. */
export function UseLinkForm({ token }: { readonly token: string }) {
  const { state, form } = useForm(enterByLinkAction, { status: 'idle' });
  return (
    <form {...form} className="mt-7 flex flex-col gap-4">
      <input type="hidden" name="token" value={token} />
      <FormMessage state={state} />
      <SubmitButton size="lg" pendingLabel="Signing in…">
        Sign in
      </SubmitButton>
    </form>
  );
}
