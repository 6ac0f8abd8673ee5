import type { PaperTable } from '@/components/paper-table';

/** A figure that reads otherwise now than it did; null where its row was not there. */
interface CellChange {
  readonly row: string;
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A table in which something reads otherwise, with what does, in its order. */
export interface TableChange {
  readonly title: string;
  readonly cells: readonly CellChange[];
}

/** What reads otherwise in tables of now than in the same tables as they were; tables are told apart by their titles, rows by their names. */
export function tableChanges(earlier: readonly PaperTable[], later: readonly PaperTable[]): TableChange[] {
  const titles = new Set([...earlier, ...later].map(({ title }) => title));
  return [...titles].flatMap((title) => {
    const was = earlier.find((table) => table.title === title);
    const is = later.find((table) => table.title === title);
    const heads = is?.heads ?? was?.heads ?? [];
    const cells = cellChanges(rowsOf(was), rowsOf(is), heads.slice(1));
    return cells.length > 0 ? [{ title, cells }] : [];
  });
}

type Rows = ReadonlyMap<string, readonly string[]>;

/** The rows of a table by name, its total last; the second of a name has a number. */
function rowsOf(table: PaperTable | undefined): Rows {
  const rows = new Map<string, readonly string[]>();
  const counts = new Map<string, number>();
  for (const [name = '', ...cells] of [...(table?.rows ?? []), ...(table?.total ? [table.total] : [])]) {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    rows.set(count === 1 ? name : `${name} (${count})`, cells);
  }
  return rows;
}

function cellChanges(before: Rows, after: Rows, columns: readonly string[]): CellChange[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((row) => {
    const [was, is] = [before.get(row), after.get(row)];
    return columns.flatMap((column, i): CellChange[] => {
      const change = { row, column, before: was?.[i] ?? null, after: is?.[i] ?? null };
      return change.before === change.after ? [] : [change];
    });
  });
}
