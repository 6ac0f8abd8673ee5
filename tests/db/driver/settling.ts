import { DatabaseUnavailable } from '@/lib/database-unavailable';

/** How a promise ended; `hung` when it had not within the time given. */
export type Ending = 'done' | 'hung' | Error;

/** Waits for a promise, but no longer than `ms`, and never throws; 30 s are for ever, on any machine. */
export async function endingOf(promise: Promise<unknown>, ms = 30_000): Promise<Ending> {
  let timer: NodeJS.Timeout | undefined;
  const hung = new Promise<Ending>((resolve) => {
    timer = setTimeout(() => resolve('hung'), ms);
  });
  const ended = promise.then(
    (): Ending => 'done',
    (error: unknown): Ending => (error instanceof Error ? error : new Error(String(error))),
  );
  try {
    return await Promise.race([ended, hung]);
  } finally {
    clearTimeout(timer);
  }
}

/** The two ways in which a transaction may end when the network fails it. */
export function isOrderly(ending: Ending): boolean {
  return ending === 'done' || ending instanceof DatabaseUnavailable;
}

/** Gathers what would end a process that does not listen, until `stop`. */
export function uncaughtErrors(): { readonly list: unknown[]; stop(): void } {
  const list: unknown[] = [];
  const note = (error: unknown) => void list.push(error);
  process.on('uncaughtException', note).on('unhandledRejection', note);
  return {
    list,
    stop: () => void process.off('uncaughtException', note).off('unhandledRejection', note),
  };
}

/** A promise that somebody else fulfils. */
export function signal<T = void>(): { readonly promise: Promise<T>; readonly fire: (value: T) => void } {
  let fire!: (value: T) => void;
  const promise = new Promise<T>((resolve) => {
    fire = resolve;
  });
  return { promise, fire };
}
