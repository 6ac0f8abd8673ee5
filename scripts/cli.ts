// `npm run -s cli -- <command>`: what an operator does without a browser.
import { closeConnections } from '@/db/client';
import { DatabaseUnavailable } from '@/lib/database-unavailable';
import { describeError, log } from '@/lib/log';
import { Refusal } from '@/lib/refusal';
import { aging } from './cli/aging';
import { createApiKey, revokeApiKey } from './cli/api-key';
import { cases } from './cli/cases';
import { type CliCommand, UsageError } from './cli/command';
import { withDatabase } from './cli/database';
import { importCommand } from './cli/import-command';
import { createOrganization } from './cli/org-create';
import { inviteUser } from './cli/user-invite';
import { verify } from './cli/verify';

const COMMANDS: Readonly<Record<string, CliCommand>> = {
  'org create': createOrganization,
  'user invite': inviteUser,
  'api-key create': createApiKey,
  'api-key revoke': revokeApiKey,
  import: importCommand,
  aging,
  cases,
  verify,
};

process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const [name, command] = named(args);
  if (!command) {
    const isAsked = args.length === 0 || args[0] === '--help';
    (isAsked ? process.stdout : process.stderr).write(help());
    return isAsked ? 0 : 2;
  }
  const rest = args.slice(name.split(' ').length);
  if (rest.includes('--help')) {
    process.stdout.write(`${command.usage}\n`);
    return 0;
  }
  try {
    const work = command.prepare(rest);
    return await withDatabase(work);
  } catch (error) {
    process.stderr.write(`${inWords(error)}\n`);
    return error instanceof UsageError ? 2 : 1;
  } finally {
    await closeConnections();
  }
}

/** A command is one word or two. */
function named([first = '', second = '']: readonly string[]): [string, CliCommand | undefined] {
  const two = `${first} ${second}`;
  return COMMANDS[two] ? [two, COMMANDS[two]] : [first, COMMANDS[first]];
}

function help(): string {
  const lines = Object.values(COMMANDS).map(({ usage }) => `  ${usage.split('\n')[0]}`);
  return `Commands, each with --help:\n${lines.join('\n')}\n`;
}

function inWords(error: unknown): string {
  if (error instanceof UsageError || error instanceof Refusal) return error.message;
  if (error instanceof DatabaseUnavailable)
    return `${error.message}${error.maybeSaved ? ' It is not known whether anything was saved.' : ' Nothing was saved.'}`;
  // Sentences that were made for people; whatever else is thrown may hold anything.
  if (error instanceof Error && error.constructor === Error) return error.message;
  log('error', 'cli_failed', describeError(error));
  return 'The command failed, and the line above says where. Nothing was saved.';
}
