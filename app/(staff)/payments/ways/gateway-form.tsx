'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { buttonClass } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { removeGateway, saveGateway } from './actions';

interface GatewayFormProps {
  /** The end of the key in use; null without one. */
  readonly keyEnd: string | null;
  /** Where Stripe is to post. */
  readonly webhookUrl: string;
  readonly requestId: string;
}

const FIELDS = ['secretKey', 'webhookSecret'];

/** The keys of the account at Stripe; they are kept sealed and shown to nobody again. */
export function GatewayForm({ keyEnd, webhookUrl, requestId }: GatewayFormProps) {
  const { state, errorOf, form } = useForm(saveGateway, { status: 'idle' });
  return (
    <div className="flex flex-col gap-4">
      <p className="text-body text-muted-foreground">
        At Stripe, let a webhook post checkout.session.completed, checkout.session.async_payment_succeeded,
        refund.created and refund.updated to this address:
      </p>
      <p className="flex flex-wrap items-center gap-2">
        <code className="fig min-w-0 break-all">{webhookUrl}</code>
        <CopyButton text={webhookUrl} what="address" />
      </p>
      <form key={requestId} {...form} className="flex flex-col gap-4">
        <input type="hidden" name="requestId" value={requestId} />
        <Field name="secretKey" label="Secret key" error={errorOf('secretKey')}>
          {(control) => (
            <Input {...control} type="password" autoComplete="off" maxLength={260} placeholder="sk_live_…" />
          )}
        </Field>
        <Field name="webhookSecret" label="Signing secret of the webhook" error={errorOf('webhookSecret')}>
          {(control) => (
            <Input {...control} type="password" autoComplete="off" maxLength={260} placeholder="whsec_…" />
          )}
        </Field>
        <FormMessage state={state} fields={FIELDS} />
        <span className="flex flex-wrap gap-2">
          <SubmitButton className="max-md:h-11" pendingLabel="Saving…">
            {keyEnd === null ? 'Take cards' : 'Change the keys'}
          </SubmitButton>
        </span>
      </form>
      {keyEnd !== null && (
        <div>
          <ConfirmForm
            title="Take no cards any more?"
            description="The keys are forgotten. Payments by card that are under way are not booked by themselves then."
            trigger="Take no cards"
            triggerClassName={buttonClass({ variant: 'danger', size: 'sm' }, 'max-md:h-11')}
            action={removeGateway}
            values={{}}
            requestId={requestId}
            confirmLabel="Take no cards"
            pendingLabel="Removing…"
          />
        </div>
      )}
    </div>
  );
}
