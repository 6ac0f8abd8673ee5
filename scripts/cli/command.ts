import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What is typed after `npm run -s cli --`. */
export interface CliCommand {
  /** First line: the command and its options; then what it does. */
  readonly usage: string;
  /** Reads the arguments, before any database is opened. The work answers the exit code. @throws UsageError. */
  readonly prepare: (args: readonly string[]) => () => Promise<number>;
}

/** The command line itself is wrong. Its message is one sentence. */
export class UsageError extends Error {}

/** Options by name. @throws UsageError for unknown ones, or one without its value. */
export function readOptions<const O extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split('. ') : [];
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`);
  }
}

/** The value of an option that must be there. @throws UsageError. */
export function required(value: string | undefined, name: string): string {
  if (value === undefined || value.trim() === '') throw new UsageError(`--${name} is missing.`);
  return value.trim();
}

/** The value of an option that must be one of these. @throws UsageError. */
export function oneOf<T extends string>(value: string, name: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (!found) throw new UsageError(`--${name} must be ${choices.join(' or ')}.`);
  return found;
}

/** Writes lines to the standard output. */
export function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
