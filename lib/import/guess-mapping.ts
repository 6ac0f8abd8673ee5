import { isCurrency } from '@/lib/domain/currencies';
import type { FieldId, ImportField } from './field';
import { type FileKind, IMPORT_FIELDS, missingFields, plainName } from './fields';
import { guessDateOrder, guessDecimal } from './guess-style';
import type { Mapping } from './mapping';
import { styleIn } from './read-amount';
import { isDayLike } from './read-day';
import type { Table } from './table';

const SAMPLE = 200; // rows whose content is looked at
const FITS = 0.8; // of the cells that hold something, for a column to be taken by its content
const PARTLY = 0.2; // of them, for a column to be taken by its name
const SURE = 8; // so many synonyms of a field leave no doubt, even when the content is wrong
const NOISE = new Set('est estimated calc clamped utc local iso gross net in doc document'.split(' '));

interface Candidate {
  readonly field: ImportField;
  readonly column: number;
  readonly score: number;
}

/**
 * What the columns of a file most probably are, by their names and by what the first 200 rows hold; a column whose
 * content contradicts its name is not taken. The order of dates and the decimal mark are read from whole columns.
 */
export function guessMapping(kind: FileKind, table: Table, base: { readonly currency: string }): Mapping {
  const columns = guessColumns(kind, table);
  const mapping: Mapping = {
    columns: Object.fromEntries(columns),
    dateOrder: 'mdy',
    decimal: 'point',
    createCustomers: true,
    apply: 'none',
  };
  return {
    ...mapping,
    dateOrder: guessDateOrder(kind, table, mapping).order ?? (base.currency === 'USD' ? 'mdy' : 'dmy'),
    decimal: guessDecimal(kind, table, mapping).style ?? 'point',
  };
}

function guessColumns(kind: FileKind, table: Table): Map<FieldId, number> {
  const samples = table.header.map((_, at) =>
    table.rows.slice(0, SAMPLE).flatMap(({ cells }) => cells[at] || []),
  );
  const sampled = Math.min(table.rows.length, SAMPLE);
  const share = (field: ImportField, at: number) => shareThatFits(field, samples[at] ?? []);
  const isSparse = (at: number) => (samples[at]?.length ?? 0) < sampled / 2;
  const names = table.header.map(plainName);
  const candidates = IMPORT_FIELDS[kind].flatMap((field) =>
    names.flatMap((name, column): Candidate[] => {
      const score = nameScore(field, name) * doubt(field, name, share(field, column));
      if (score === 0) return [];
      return [{ field, column, score: isSparse(column) ? score / 100 : score }];
    }),
  );
  const chosen = assign(candidates);
  if (kind === 'payments') addInvoiceOfLedger(table, chosen, isSparse);
  const first = (fits: (at: number) => boolean) =>
    names.findIndex((_, at) => !isSparse(at) && !isTaken(chosen, at) && fits(at));
  addByContent(kind, chosen, (field) => first((at) => share(field, at) >= FITS));
  if (kind === 'invoices' && !chosen.has('number')) {
    const column = first((at) => isNumbering(samples[at] ?? []));
    if (column >= 0) chosen.set('number', column);
  }
  return chosen;
}

/** Best scores first; a field takes one column and a column feeds one field. */
function assign(candidates: readonly Candidate[]): Map<FieldId, number> {
  const chosen = new Map<FieldId, number>();
  for (const { field, column } of candidates.toSorted((a, b) => b.score - a.score || a.column - b.column))
    if (!chosen.has(field.id) && !isTaken(chosen, column)) chosen.set(field.id, column);
  return chosen;
}

function isTaken(chosen: ReadonlyMap<FieldId, number>, column: number): boolean {
  return [...chosen.values()].includes(column);
}

/** 0 when the name says nothing; the higher, the surer. */
function nameScore({ synonyms }: ImportField, name: string): number {
  const exact = synonyms.indexOf(name);
  if (exact >= 0) return 1_000 - exact;
  const partial = synonyms.findIndex((synonym) => {
    if (synonym.length < 5) return synonym.length > 2 && isMoneyName(name, synonym);
    const rest = name.startsWith(synonym) ? name.slice(synonym.length) : '';
    return NOISE.has(rest) || /^\d+$/.test(rest) || isCurrency(rest.toUpperCase());
  });
  return partial >= 0 ? 500 - partial : 0;
}

/** "Sum (EUR)". */
function isMoneyName(name: string, synonym: string): boolean {
  return name.startsWith(synonym) && isCurrency(name.slice(synonym.length).toUpperCase());
}

/** How much of a name's score is left when its content is looked at. */
function doubt({ synonyms }: ImportField, name: string, share: number): number {
  if (share >= FITS) return 1;
  if (share >= PARTLY) return 0.5;
  return synonyms.slice(0, SURE).includes(name) ? 0.1 : 0;
}

/** Between 0 and 1; an empty column contradicts nothing. */
function shareThatFits({ type }: ImportField, cells: readonly string[]): number {
  if (cells.length === 0) return 1;
  const share = (fits: (cell: string) => boolean) => cells.filter(fits).length / cells.length;
  switch (type) {
    case 'date':
      return share(isDayLike);
    case 'amount':
      return share((cell) => styleIn(cell) !== null);
    case 'currency':
      return share((cell) => isCurrency(cell.toUpperCase()));
    case 'days':
      return share((cell) => /^(net ?)?\d{1,4}( ?days)?$/i.test(cell));
    case 'email':
      return share((cell) => cell.includes('@'));
    case 'text':
      return 1;
  }
}

/** A ledger of invoices with the day each was paid: its payments name the column that numbers the invoices. */
function addInvoiceOfLedger(
  table: Table,
  chosen: Map<FieldId, number>,
  isSparse: (column: number) => boolean,
): void {
  const named = chosen.get('invoiceNumber');
  if (named !== undefined && !isSparse(named)) return;
  const invoices = guessColumns('invoices', table);
  const number = invoices.get('number');
  if (number === undefined || isSparse(number) || !invoices.has('dueDate') || isTaken(chosen, number)) return;
  chosen.set('invoiceNumber', number);
}

/** Needed dates and amounts that no name gave away: the first column that holds nothing else. */
function addByContent(
  kind: FileKind,
  chosen: Map<FieldId, number>,
  columnOf: (field: ImportField) => number,
): void {
  for (const field of IMPORT_FIELDS[kind]) {
    if (chosen.has(field.id) || (field.type !== 'date' && field.type !== 'amount')) continue;
    const missing = missingFields(kind, (id) => chosen.has(id));
    if (missing.length === missingFields(kind, (id) => chosen.has(id) || id === field.id).length) continue;
    const column = columnOf(field);
    if (column >= 0) chosen.set(field.id, column);
  }
}

/** Whether these could number invoices: all different, with digits, without blanks. */
function isNumbering(cells: readonly string[]): boolean {
  const areNumbers = cells.every((cell) => /\d/.test(cell) && !/\s/.test(cell) && !isDayLike(cell));
  return cells.length > 0 && areNumbers && new Set(cells).size === cells.length;
}
