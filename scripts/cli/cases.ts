import { readFile } from 'node:fs/promises';
import { readCases } from '../cases/case-file';
import { newBooks } from '../cases/new-books';
import { isSound, lineOf, type Ran, summaryOf } from '../cases/report';
import { runCase } from '../cases/run-case';
import { type CliCommand, readOptions, say, UsageError } from './command';

/** `cases`: whether this product does what the tests of others ask of theirs. */
export const cases: CliCommand = {
  usage: `cases FILE [--url http://127.0.0.1:3000] [--only ID]
Runs a file of the format ar-cases/1 against a running server, each case in books of its own. Without --url it is DUELINE_URL.`,
  prepare(args) {
    const [file, ...rest] = args;
    if (file === undefined || file.startsWith('--')) throw new UsageError('Name the file of cases first.');
    const values = readOptions(rest, { url: { type: 'string' }, only: { type: 'string' } });
    const url = values.url ?? process.env.DUELINE_URL;
    if (!url)
      throw new UsageError(
        'Say where the server runs: start it with "npm start" and give --url http://127.0.0.1:3000, or set DUELINE_URL.',
      );
    return async () => {
      const all = readCases(await contentOf(file)).filter(
        (each) => values.only === undefined || each.id === values.only,
      );
      if (all.length === 0) throw new UsageError('There is no such case in the file.');
      const ran: Ran[] = [];
      for (const scene of all) {
        const outcome = await runCase(scene, url.replace(/\/$/, ''), newBooks);
        ran.push({ scene, outcome });
        say(lineOf({ scene, outcome }));
      }
      say('', summaryOf(ran));
      return isSound(ran) ? 0 : 1;
    };
  },
};

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`The file ${file} cannot be read.`);
  }
}
