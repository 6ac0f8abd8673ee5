import { Checkbox } from '@/components/ui/checkbox';
import { EVENT_WORDS, WEBHOOK_EVENTS, type WebhookEvent } from '@/lib/webhooks/events';

interface EventFieldsProps {
  readonly chosen: readonly WebhookEvent[];
  readonly error: string | undefined;
}

/** Which events an address is told of. */
export function EventFields({ chosen, error }: EventFieldsProps) {
  return (
    <fieldset aria-describedby={error ? 'events-error' : undefined}>
      <legend className="label">What it is told</legend>
      <div className="mt-1 grid gap-x-5 gap-y-2 md:grid-cols-2">
        {WEBHOOK_EVENTS.map((event) => (
          <Checkbox
            key={event}
            name="events"
            value={event}
            defaultChecked={chosen.includes(event)}
            className="items-start! max-md:min-h-11"
            label={
              <>
                <code className="text-meta">{event}</code>
                <span className="block text-meta text-muted-foreground">{EVENT_WORDS[event]}</span>
              </>
            }
          />
        ))}
      </div>
      {error && (
        <p id="events-error" role="alert" className="mt-1 text-meta text-destructive">
          {error}
        </p>
      )}
    </fieldset>
  );
}
