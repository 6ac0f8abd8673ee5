'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { DeedForm } from '@/components/forms/deed-form';
import { SecretDialog } from '@/components/settings/secret-dialog';
import { pauseWebhook, removeWebhook, rotateSecret, testWebhook } from '../actions';

interface DeedsProps {
  readonly id: string;
  readonly url: string;
  readonly isPaused: boolean;
  /** One for each of the four. */
  readonly requestIds: readonly [string, string, string, string];
}

/** What can be done about a webhook at once. */
export function Deeds({ id, url, isPaused, requestIds: [first, second, third, fourth] }: DeedsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      <DeedForm key={first} action={testWebhook} values={{ id }} requestId={first}>
        Send a test
      </DeedForm>
      <DeedForm
        key={second}
        action={pauseWebhook}
        values={{ id, paused: String(!isPaused) }}
        requestId={second}
      >
        {isPaused ? 'Go on' : 'Pause'}
      </DeedForm>
      <SecretDialog
        title="A new secret"
        trigger="New secret…"
        words="For a day deliveries carry a signature of the old secret too, so that nothing is lost while you change it."
        action={rotateSecret}
        values={{ id }}
        requestId={third}
        label="Make a new secret"
      />
      <ConfirmForm
        title={`Remove the webhook to ${url}?`}
        description="What still waits for it is not sent any more. This cannot be undone; make a new one instead."
        trigger="Remove…"
        action={removeWebhook}
        values={{ id }}
        requestId={fourth}
        confirmLabel="Remove"
        pendingLabel="Removing…"
      />
    </div>
  );
}
