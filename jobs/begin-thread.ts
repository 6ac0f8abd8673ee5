import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Begins a thread of the worker that runs a file of TypeScript. It may take so much memory, in MB: when it needs more it ends, and
 * nothing else does.
 */
export function beginThread(
  file: URL,
  mostMemoryMb: number,
  options: Pick<WorkerOptions, 'workerData'> = {},
): Worker {
  return new Worker(file, {
    ...options,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.server.json' },
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
}
