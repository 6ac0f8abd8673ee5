'use client';
import { SettingsForm } from '@/components/settings/settings-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { WebhookEvent } from '@/lib/webhooks/events';
import { changeWebhook } from '../actions';
import { EventFields } from '../event-fields';

interface WebhookFormProps {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly requestId: string;
}

/** Changes where deliveries go and what is told. */
export function WebhookForm({ id, url, events, requestId }: WebhookFormProps) {
  return (
    <SettingsForm
      action={changeWebhook}
      requestId={requestId}
      fields={['url', 'events']}
      renderFields={(errorOf) => (
        <div className="flex flex-col gap-4 md:col-span-2">
          <input type="hidden" name="id" value={id} />
          <Field name="url" label="Address" error={errorOf('url')}>
            {(control) => <Input {...control} type="url" maxLength={2_000} defaultValue={url} />}
          </Field>
          <EventFields chosen={events} error={errorOf('events')} />
        </div>
      )}
    />
  );
}
