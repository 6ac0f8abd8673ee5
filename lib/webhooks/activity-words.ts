import { textOf } from '../activity-fields';
import type { ActivityDeed, Word } from '../activity-phrases';

/** What is done about webhooks, in words. */
export const WEBHOOK_WORDS: Readonly<Record<string, (deed: ActivityDeed) => Word[]>> = {
  webhook_created: ({ after }) => [`set up a webhook to ${to(after)}`],
  webhook_changed: ({ after }) => [`changed the webhook to ${to(after)}`],
  webhook_paused: ({ after }) => [`paused the webhook to ${to(after)}`],
  webhook_resumed: ({ after }) => [`let the webhook to ${to(after)} go on`],
  webhook_removed: ({ before }) => [`removed the webhook to ${to(before)}`],
  webhook_secret_rotated: ({ after }) => [`made a new secret for the webhook to ${to(after)}`],
  webhook_tested: ({ after }) => [`sent a test to ${to(after)}`],
  webhook_resent: ({ after }) => [`sent ${textOf(after, 'event') ?? 'an event'} to ${to(after)} again`],
};

function to(facts: unknown): string {
  return textOf(facts, 'url') ?? 'an address';
}
