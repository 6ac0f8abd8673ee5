import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { bookImport } from '@/db/commands/import-book';
import { checkFile } from '@/db/commands/import-check';
import { saveImport } from '@/db/commands/import-save';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { decodeFile } from '@/lib/import/decode';
import type { ImportKind } from '@/lib/import/fields';
import { guessMapping } from '@/lib/import/guess-mapping';
import { MAX_FILE_BYTES, parseTable, TOO_LARGE } from '@/lib/import/parse';
import type { ImportSummary } from '@/lib/import/summary';
import type { RowProblem } from '@/lib/import/table';
import { Refusal } from '@/lib/refusal';

/** Milliseconds that an import may take: ten minutes. */
const WITHIN = 600_000;
const PROBLEMS_SHOWN = 20;

/** How a file is imported from the command line. */
export interface ImportFileOptions {
  /** Says what would happen and books nothing. */
  readonly dryRun: boolean;
  /** Books the good rows when others are wrong; without it nothing is booked then. */
  readonly skipRefused: boolean;
  /** Of which day opening balances are. */
  readonly asOf: PlainDate | undefined;
}

/**
 * Imports a CSV file of this machine with the guessed columns, and tells `log` how it goes, a line at a time. Nothing is
 * booked twice. A dry run answers null.
 * @throws Refusal when the file cannot be read or, without `skipRefused`, any row is wrong.
 */
export async function importFile(
  actor: StaffActor,
  kind: ImportKind,
  filePath: string,
  options: ImportFileOptions,
  log: (line: string) => void,
): Promise<ImportSummary | null> {
  const info = await stat(filePath).catch(() => null);
  if (!info?.isFile())
    throw new Refusal('not_found', `There is no file ${filePath} that can be read.`, 'file');
  if (info.size > MAX_FILE_BYTES) throw new Refusal('invalid', TOO_LARGE, 'file');
  const bytes = await readFile(filePath);
  const fileName = path.basename(filePath);
  const table = parseTable(decodeFile(bytes).text);
  const mapping = { ...guessMapping(kind, table, actor.org), asOf: options.asOf };
  const check = await withScope(
    actor,
    'read',
    (tx) => checkFile(tx, actor, { kind, bytes, mapping }),
    WITHIN,
  );
  log(`${fileName}: ${formatCount(check.rowCount, 'row')} of ${kind}.`);
  if (!check.plan)
    throw new Refusal(
      'invalid',
      `No column could be taken for the ${check.missing.join(', ')}. Rename it, or import in the browser.`,
    );
  report(check.plan.problems, log);
  if (options.dryRun) return null;
  const began = performance.now();
  const { importId } = await withScope(
    actor,
    'write',
    (tx) => saveImport(tx, actor, { kind, bytes, fileName, mapping: check.mapping }),
    WITHIN,
  );
  const onProgress = (done: number, total: number) => log(`${formatCount(done)} of ${formatCount(total)}`);
  const book = { importId, refused: options.skipRefused ? 'skip' : 'stop', onProgress } as const;
  const summary = await withScope(actor, 'write', (tx) => bookImport(tx, actor, book), WITHIN);
  const seconds = (performance.now() - began) / 1000;
  log(
    `Imported ${formatCount(summary.created)}, already there ${formatCount(summary.alreadyThere)}, ` +
      `left out ${formatCount(summary.refused)}, in ${seconds.toFixed(1)} s.`,
  );
  return summary;
}

function report(problems: readonly RowProblem[], log: (line: string) => void): void {
  for (const { row, column, problem, hint } of problems.slice(0, PROBLEMS_SHOWN))
    log(`Row ${row}${column ? `, ${column}` : ''}: ${problem} ${hint}`);
  if (problems.length > PROBLEMS_SHOWN)
    log(`… and ${formatCount(problems.length - PROBLEMS_SHOWN, 'more problem')}.`);
}
