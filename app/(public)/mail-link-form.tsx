'use client';
import type { PublicFormState } from '@/app/_actions/public-action';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { EmailField } from './email-field';

interface MailLinkFormProps {
  /** Mails the link, and says the same whether there is a login or not. */
  readonly action: (previous: PublicFormState, form: FormData) => Promise<PublicFormState>;
}

/** The e-mail address of somebody who is mailed a link. */
export function MailLinkForm({ action }: MailLinkFormProps) {
  const { state, errorOf, form } = useForm(action, { status: 'idle' });
  return (
    <form {...form} className="mt-7 flex flex-col gap-4">
      <EmailField error={errorOf('email')} typed={state.typed?.email} />
      <FormMessage state={state} fields={['email']} />
      <SubmitButton size="lg" className="mt-1" pendingLabel="Sending…">
        Mail me a link
      </SubmitButton>
    </form>
  );
}
