/** Names of fields that never reach the log, whatever they hold. */
const SECRET = /password|token|secret|cookie|authorization|api_?key|hash/i;
// oxlint-disable-next-line no-control-regex -- they are what must go
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const LONGEST = 2_000; // characters of one text

/** Writes one line of JSON: `at`, `level`, `event` (words with underscores) and `fields`, without secrets. */
export function log(
  level: 'info' | 'warn' | 'error',
  event: string,
  fields: Readonly<Record<string, unknown>> = {},
): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields }, printable);
  console[level](line);
}

/**
 * What the log may know of an error: its name, Postgres code and constraint, the frames of its stack, and its
 * causes. Never its message, which may hold what people typed; only those the engine makes itself are kept.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  return {
    name: error.name,
    ...(error instanceof TypeError || error instanceof ReferenceError ? { message: error.message } : {}),
    ...textsOf(error, ['code', 'constraint_name', 'reason']),
    frames: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

function textsOf(error: Error, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(error).filter(([name, value]) => names.includes(name) && typeof value === 'string'),
  );
}

function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => /^at .+:\d+:\d+\)?$/.test(line)).slice(0, 20);
}

function printable(key: string, value: unknown): unknown {
  if (SECRET.test(key)) return '[removed]';
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return value.replace(CONTROL, ' ').slice(0, LONGEST);
  return value;
}
