/** A table of plain values, the same on screen and on paper: the first column names, the others are figures. */
export interface PaperTable {
  readonly title: string;
  /** The rule behind it, or what it says in a sentence; '' for none. */
  readonly words: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the rows add up to; null where nothing is added up. */
  readonly total: readonly string[] | null;
}
