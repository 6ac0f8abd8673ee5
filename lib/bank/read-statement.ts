import { decodeText } from '@/lib/import/decode';
import { guessMapping } from '@/lib/import/guess-mapping';
import { fitting, type Mapping } from '@/lib/import/mapping';
import { Refusal } from '@/lib/refusal';
import { detectFormat } from './detect-format';
import { readCamt } from './read-camt';
import { missingColumns, readCsv, statementTable } from './read-csv';
import { readOfx } from './read-ofx';
import { MAX_STATEMENT_BYTES, type ReadStatement, type StatementFormat } from './statement-line';

/** What is known before a file is read. */
interface ReadingBase {
  /** Of lines that name none. */
  readonly currency: string;
  /** How a table with these columns was read before; null for one that nobody has brought yet. */
  readonly remembered: (header: readonly string[]) => Mapping | null;
}

/** A statement with what it took to read it. */
export interface TakenStatement extends ReadStatement {
  readonly format: StatementFormat;
  /** The names of a table's columns and what they were taken for; null for other formats. */
  readonly table: { readonly header: readonly string[]; readonly mapping: Mapping } | null;
  /** Columns that nobody has named yet, in words: nothing was read without them. */
  readonly missing: readonly string[];
}

/**
 * Reads a statement in whichever format it is.
 * @throws Refusal `invalid` for a file that is too large, is no text, or holds nothing.
 */
export function readStatement(bytes: Uint8Array, base: ReadingBase): TakenStatement {
  if (bytes.length > MAX_STATEMENT_BYTES)
    throw new Refusal('invalid', 'The file is larger than 20 MB. Bring a shorter period.', 'file');
  const { text } = decodeText(bytes);
  const format = detectFormat(text);
  if (format !== 'csv')
    return { ...(format === 'ofx' ? readOfx(text) : readCamt(text)), format, table: null, missing: [] };
  const table = statementTable(text, base);
  const { header } = table;
  const mapping = fitting(
    base.remembered(header) ?? guessMapping('bank', table, base),
    'bank',
    header.length,
  );
  const missing = missingColumns(mapping);
  const read = missing.length > 0 ? NOTHING : readCsv(table, mapping, base);
  return { ...read, format, table: { header, mapping }, missing };
}

const NOTHING: ReadStatement = { account: '', lines: [], problems: [] };
