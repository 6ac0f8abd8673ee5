import 'server-only';
import { answerTo } from '@/app/_actions/answers';
import type { WorkLine } from '@/components/import/work';
import type { OnProgress } from '@/db/commands/import-lock';

/** What is done with an import. */
export type Work = 'book' | 'undo';

interface Running {
  readonly work: Work;
  line: WorkLine;
  readonly listeners: Set<() => void>;
}

const KEPT = 10 * 60_000; // ms for which the outcome can still be read
const EVERY = 150; // ms between two lines at least

// Every bundle of a build has its own copy of this module; all share one list.
const KEY = Symbol.for('dueline.imports');
const shared: typeof globalThis & { [KEY]?: Map<string, Running> } = globalThis;
const all = (shared[KEY] ??= new Map());

/**
 * Starts work on an import, or joins what is under way. It goes on when everybody who watched has left: only the process
 * ending stops it, and then nothing of it was saved.
 */
export function startWork(
  importId: string,
  work: Work,
  run: (onProgress: OnProgress) => Promise<string>,
): ReadableStream<Uint8Array> {
  const under = all.get(importId);
  if (under?.line.state === 'running') return streamOf(under);
  const running: Running = {
    work,
    line: { state: 'running', done: 0, total: 0 },
    listeners: new Set(),
  };
  all.set(importId, running);
  const tell = (line: WorkLine) => {
    running.line = line;
    for (const listener of running.listeners) listener();
  };
  void run((done, total) => tell({ state: 'running', done, total }))
    .then(
      (message) => tell({ state: 'done', message }),
      (error: unknown) => tell({ state: 'refused', message: wordsFor(error, work) }),
    )
    .finally(() => setTimeout(() => forget(importId, running), KEPT).unref());
  return streamOf(running);
}

/** What is, or was a moment ago, under way with an import in this process; null when nothing is. */
export function workOn(importId: string): { readonly work: Work; readonly line: WorkLine } | null {
  const running = all.get(importId);
  return running ? { work: running.work, line: running.line } : null;
}

/** The progress of what is under way, as lines of JSON, the last of which is its outcome; null when nothing is. */
export function watchWork(importId: string): ReadableStream<Uint8Array> | null {
  const running = all.get(importId);
  return running ? streamOf(running) : null;
}

function streamOf(running: Running): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      let told = 0;
      const send = () => {
        const isOver = running.line.state !== 'running';
        if (!isOver && performance.now() - told < EVERY) return;
        told = performance.now();
        controller.enqueue(encoder.encode(`${JSON.stringify(running.line)}\n`));
        if (!isOver) return;
        stop();
        controller.close();
      };
      stop = () => running.listeners.delete(send);
      running.listeners.add(send);
      send();
    },
    cancel: () => stop(),
  });
}

function wordsFor(error: unknown, work: Work): string {
  const state = answerTo(error, { verb: `import_${work}` });
  return 'message' in state ? state.message : 'Nothing was saved.';
}

function forget(importId: string, running: Running): void {
  if (all.get(importId) === running) all.delete(importId);
}
