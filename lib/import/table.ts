/** A file as rows of text, before anything is made of it. */
export interface Table {
  /** Names of the columns, each one different: empty and repeated names are told apart. */
  readonly header: readonly string[];
  /** Rows as wide as the header, blank ones left out. */
  readonly rows: readonly TableRow[];
  /** Rows that could not be read at all; none of them is in `rows`. */
  readonly problems: readonly RowProblem[];
}

/** One row: its number as a spreadsheet counts (the header of a plain file is row 1), and its trimmed cells. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** What is wrong with one cell of the file, or with a whole row when `column` is ''. */
export interface RowProblem {
  readonly row: number;
  /** The column's name in the file. */
  readonly column: string;
  /** What the cell holds. */
  readonly value: string;
  /** What is wrong, a sentence. */
  readonly problem: string;
  /** What would be accepted, a sentence. */
  readonly hint: string;
}
