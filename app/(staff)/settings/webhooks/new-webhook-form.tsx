'use client';
import { Webhook } from 'lucide-react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SecretNote } from '@/components/settings/secret-note';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { createWebhook } from './actions';
import { EventFields } from './event-fields';

/** Sets up a webhook and shows its secret once. */
export function NewWebhookForm({ requestId }: { readonly requestId: string }) {
  const { state, errorOf, form } = useForm(createWebhook, { status: 'idle' });
  const secret = state.status === 'done' ? state.secret : undefined;
  return (
    <>
      {state.status === 'done' && secret && (
        <SecretNote message={state.message} secret={secret} what="secret" />
      )}
      <form {...form} className="mt-4 flex max-w-[780px] flex-col gap-4">
        {/* One was made with the id that the page came with: another one needs its own. */}
        <input type="hidden" name="requestId" key={requestId} value={requestId} />
        <Field name="url" label="Address" error={errorOf('url')}>
          {(control) => (
            <Input
              {...control}
              type="url"
              maxLength={2_000}
              autoComplete="off"
              placeholder="https://example.com/hooks"
            />
          )}
        </Field>
        <EventFields
          chosen={['invoice.posted', 'invoice.paid', 'payment.recorded']}
          error={errorOf('events')}
        />
        <FormMessage
          state={state.status === 'done' ? { status: 'idle' } : state}
          fields={['url', 'events']}
        />
        <SubmitButton
          variant="default"
          className="self-start max-md:h-11 max-md:self-stretch"
          pendingLabel="Making…"
        >
          <Webhook aria-hidden />
          Make a webhook
        </SubmitButton>
      </form>
    </>
  );
}
