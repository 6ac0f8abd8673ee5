import { isPlainDate, type PlainDate } from '@/lib/domain/dates';
import { IMPORT_KINDS, type ImportKind } from '@/lib/import/fields';
import { type CliCommand, oneOf, readOptions, required, say, UsageError } from './command';
import { importFile } from './import';
import { actorFor } from './organization';

/** `import`: books a CSV file, with the columns that its headings suggest. */
export const importCommand: CliCommand = {
  usage: `import KIND FILE --org ORG [--as-of DAY] [--dry-run] [--skip-refused]
Books customers, invoices, payments or opening-balances (of a day, --as-of) of a CSV file. Nothing is booked twice; with a wrong row nothing is booked at all,
unless --skip-refused leaves the wrong ones out. --dry-run says what would happen.`,
  prepare(args) {
    const [kind, file] = args.filter((arg, i) => i < 2 && !arg.startsWith('--'));
    const chosen = oneOf(required(kind, 'KIND').toLowerCase(), 'KIND', IMPORT_KINDS);
    const path = required(file, 'FILE');
    const values = readOptions(args.slice(2), {
      org: { type: 'string' },
      'as-of': { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'skip-refused': { type: 'boolean', default: false },
    });
    const org = required(values.org, 'org');
    const options = {
      dryRun: values['dry-run'],
      skipRefused: values['skip-refused'],
      asOf: asOfOf(chosen, values['as-of']),
    };
    return async () => {
      const actor = await actorFor(org);
      await importFile(actor, chosen, path, options, say);
      return 0;
    };
  },
};

function asOfOf(kind: ImportKind, given: string | undefined): PlainDate | undefined {
  if (kind !== 'opening-balances' && given === undefined) return undefined;
  if (kind === 'opening-balances' && given !== undefined && isPlainDate(given)) return given;
  throw new UsageError('--as-of DAY (YYYY-MM-DD) goes with opening-balances, and only with them.');
}
