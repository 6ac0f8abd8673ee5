import { isCurrency } from '@/lib/domain/currencies';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import type { FieldId } from './field';
import { type FileKind, fieldOf } from './fields';
import { columnName, type Mapping } from './mapping';
import { readAmount } from './read-amount';
import { type Fault, readDay } from './read-day';
import type { RowProblem, Table, TableRow } from './table';

const IDENTIFIERS: ReadonlySet<FieldId> = new Set(['customerCode', 'number', 'invoiceNumber']);
const LONGEST_SHOWN = 200; // characters of a cell in a problem
const SHORTENED = /^\d(\.\d+)?e\+\d+$/i;

/** Reads the fields of one row after the other and collects what is wrong. A field that cannot be read is null. */
export class RowReader {
  /** What was wrong in all rows so far, in order. */
  readonly problems: RowProblem[] = [];
  #row: TableRow = { row: 0, cells: [] };
  #faults = 0;

  constructor(
    private readonly kind: FileKind,
    private readonly table: Table,
    private readonly mapping: Mapping,
  ) {}

  /** Moves on to a row. */
  open(row: TableRow): void {
    this.#row = row;
    this.#faults = 0;
  }

  /** Whether everything read from this row so far was right. */
  get isSound(): boolean {
    return this.#faults === 0;
  }

  /** Whether a column feeds the field. */
  hasColumn(id: FieldId): boolean {
    return this.mapping.columns[id] !== undefined;
  }

  /** What the cell of a field holds, '' when it is empty or nothing feeds the field. */
  raw(id: FieldId): string {
    const at = this.mapping.columns[id];
    return (at === undefined ? undefined : this.#row.cells[at]) ?? '';
  }

  /** One line of text without the apostrophe that guards formulas in exports; '' when empty or too long. */
  text(id: FieldId): string {
    const text = plainText(this.raw(id));
    if (IDENTIFIERS.has(id) && SHORTENED.test(text)) {
      this.fault(id, {
        problem: `"${text}" was shortened by a spreadsheet: its last digits are lost.`,
        hint: 'Format the column as text in the spreadsheet it came from and save it as CSV again.',
      });
      return '';
    }
    return this.#isTooLong(id, text) ? '' : text;
  }

  /** As `text`, and a fault when it is empty. */
  needed(id: FieldId): string {
    const text = this.text(id);
    if (text === '' && this.raw(id) === '') this.#isEmpty(id);
    return text;
  }

  /** The day in a cell; null when it is empty or wrong. */
  day(id: FieldId): PlainDate | null {
    const raw = this.raw(id);
    return raw === '' || this.#isTooLong(id, raw)
      ? null
      : this.#sound(id, readDay(raw, this.mapping.dateOrder));
  }

  /** As `day`, and a fault when it is empty. */
  neededDay(id: FieldId): PlainDate | null {
    if (this.raw(id) === '') this.#isEmpty(id);
    return this.day(id);
  }

  /** The amount in a cell; null when it is empty or wrong. */
  amount(id: FieldId, currency: string): Minor | null {
    const raw = this.raw(id);
    if (raw === '' || this.#isTooLong(id, raw)) return null;
    return this.#sound(id, readAmount(raw, this.mapping.decimal, currency));
  }

  /** As `amount`, and a fault when it is empty or not above zero; `hint` says what to do with the latter. */
  neededAmount(id: FieldId, currency: string, hint: string): Minor | null {
    if (this.raw(id) === '') this.#isEmpty(id);
    const amount = this.amount(id, currency);
    if (amount === null || amount > 0) return amount;
    this.fault(id, { problem: `${fieldOf(this.kind, id).label} is not above zero.`, hint });
    return null;
  }

  /** An amount that may be below zero; a fault when it is empty or zero. */
  neededBalance(id: FieldId, currency: string): Minor | null {
    if (this.raw(id) === '') this.#isEmpty(id);
    const amount = this.amount(id, currency);
    if (amount !== 0) return amount;
    this.fault(id, {
      problem: `${fieldOf(this.kind, id).label} is zero.`,
      hint: 'Nothing is open. Leave this row out.',
    });
    return null;
  }

  /** The currency in a cell, else `fallback`; null when it is not one that books are kept in. */
  currency(fallback: string): string | null {
    const raw = this.raw('currency');
    if (raw === '') return fallback;
    const code = raw.toUpperCase();
    if (isCurrency(code)) return code;
    this.fault('currency', {
      problem: `"${raw.slice(0, 20)}" is not a currency.`,
      hint: 'Write the three letters of ISO 4217, like USD or EUR, or leave it empty for the customer’s own.',
    });
    return null;
  }

  /** Notes what is wrong with the field of this row. */
  fault(id: FieldId | null, { problem, hint }: Fault): void {
    this.#faults += 1;
    this.problems.push({
      row: this.#row.row,
      column: id === null ? '' : columnName(this.mapping, this.table.header, { kind: this.kind, id }),
      value: id === null ? '' : this.raw(id).slice(0, LONGEST_SHOWN),
      problem,
      hint,
    });
  }

  #sound<T extends string | number>(id: FieldId, read: T | Fault): T | null {
    if (typeof read !== 'object') return read;
    this.fault(id, read);
    return null;
  }

  #isTooLong(id: FieldId, text: string): boolean {
    const { label, longest } = fieldOf(this.kind, id);
    if (text.length <= longest) return false;
    this.fault(id, {
      problem: `${label} is ${text.length} characters long.`,
      hint: `Shorten it to ${longest}.`,
    });
    return true;
  }

  #isEmpty(id: FieldId): void {
    const { label } = fieldOf(this.kind, id);
    this.fault(id, { problem: `${label} is empty.`, hint: `Fill it in, or leave this row out.` });
  }
}

/** One line without a leading apostrophe before what a spreadsheet would take for a formula. */
function plainText(raw: string): string {
  return raw
    .replace(/\s+/g, ' ')
    .replace(/^'(?=[=+\-@|%＝＋－＠｜％﹢﹣﹦﹪﹫])/, '')
    .trim();
}
