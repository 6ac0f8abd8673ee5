import { CircleCheck, CircleDashed, CircleX, Loader } from 'lucide-react';
import type { SyncRunRow } from '@/db/queries/sync-runs';
import { STEP_WORDS, SYNC_STEPS } from '@/lib/sources/sync';

/** How far a run has come: a sign and a word for each step. */
export function RunSteps({ state, step, problem }: Pick<SyncRunRow, 'state' | 'step' | 'problem'>) {
  const at = step === null ? -1 : SYNC_STEPS.indexOf(step);
  return (
    <ol className="flex items-center gap-x-1.5 text-meta whitespace-nowrap text-muted-foreground">
      {SYNC_STEPS.map((each, i) => {
        const isDone = state === 'done' || i < at;
        const isHere = state !== 'done' && i === at;
        const hasStopped = isHere && state !== 'running' && problem !== null;
        return (
          <li
            key={each}
            className={`flex items-center gap-1 ${hasStopped ? 'font-medium text-destructive' : ''}`}
          >
            {i > 0 && (
              <span aria-hidden className="pr-0.5 font-normal text-subtle max-md:hidden">
                —
              </span>
            )}
            <Sign isDone={isDone} isRunning={isHere && state === 'running'} hasStopped={hasStopped} />
            <span className="max-md:sr-only">{STEP_WORDS[each].name}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Sign({
  isDone,
  isRunning,
  hasStopped,
}: {
  readonly isDone: boolean;
  readonly isRunning: boolean;
  readonly hasStopped: boolean;
}) {
  if (isDone) return <CircleCheck aria-label="Done:" className="size-3.5 text-positive" />;
  if (hasStopped) return <CircleX aria-label="Stopped:" className="size-3.5" />;
  if (isRunning) return <Loader aria-label="Under way:" className="size-3.5 text-info" />;
  return <CircleDashed aria-label="To come:" className="size-3.5 text-subtle" />;
}
