import { Badge, type Tone } from '@/components/ui/badge';
import type { JobState } from '@/lib/jobs';

const STATES: Readonly<Record<JobState, readonly [Tone, string]>> = {
  queued: ['info', 'Waits'],
  running: ['info', 'Runs'],
  done: ['positive', 'Done'],
  dead: ['bad', 'Given up'],
};

/** How far a run has come, in a word. */
export function RunState({ state }: { readonly state: JobState }) {
  const [tone, word] = STATES[state];
  return <Badge tone={tone}>{word}</Badge>;
}
