import { CircleCheck, CircleDashed, CircleX, Loader } from 'lucide-react';
import type { SyncRunRow } from '@/db/queries/sync-runs';
import { STEP_WORDS, SYNC_STEPS } from '@/lib/sources/sync';

/** How far a run has come: a sign and a word for each step. */
export function RunSteps({ state, step, problem }: Pick<SyncRunRow, 'state' | 'step' | 'problem'>) {
  const at = step === null ? -1 : SYNC_STEPS.indexOf(step);
  return (
    <ol className="flex flex-wrap items-center gap-x-3 gap-y-1 text-meta text-muted-foreground">
      {SYNC_STEPS.map((each, i) => {
        const isDone = state === 'done' || i < at;
        const isHere = state !== 'done' && i === at;
        const hasStopped = isHere && state !== 'running' && problem !== null;
        return (
          <li
            key={each}
            className={
              hasStopped ? 'flex items-center gap-1 font-medium text-destructive' : 'flex items-center gap-1'
            }
          >
            <Sign isDone={isDone} isRunning={isHere && state === 'running'} hasStopped={hasStopped} />
            {STEP_WORDS[each].name}
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
