import { Badge, type Tone } from '@/components/ui/badge';
import type { MailState } from '@/lib/mail/states';

const STATES: Readonly<Record<MailState, readonly [Tone, string]>> = {
  queued: ['info', 'Waits'],
  sending: ['info', 'Sending'],
  sent: ['positive', 'Sent'],
  kept: ['neutral', 'Kept here'],
  failed: ['bad', 'Given up'],
  bounced: ['bad', 'Came back'],
  complained: ['bad', 'Complaint'],
  cancelled: ['neutral', 'Not sent'],
};

/** How far a mail has come, in a word. */
export function MailStateBadge({ state }: { readonly state: MailState }) {
  const [tone, word] = STATES[state];
  return <Badge tone={tone}>{word}</Badge>;
}
