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

/** What reads otherwise in tables of now than in the same tables as they were; tables, rows and columns are told apart by what they are called. */
export function tableChanges(earlier: readonly PaperTable[], later: readonly PaperTable[]): TableChange[] {
  const titles = new Set([...earlier, ...later].map(({ title }) => title));
  return [...titles].flatMap((title) => {
    const was = earlier.find((table) => table.title === title);
    const is = later.find((table) => table.title === title);
    const columns = new Set([...(is?.heads.slice(1) ?? []), ...(was?.heads.slice(1) ?? [])]);
    const cells = cellChanges(rowsOf(was), rowsOf(is), [...columns]);
    return cells.length > 0 ? [{ title, cells }] : [];
  });
}

type Rows = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The rows of a table by name, its total last, each by column; the second of a name has a number. */
function rowsOf(table: PaperTable | undefined): Rows {
  const rows = new Map<string, ReadonlyMap<string, string>>();
  const counts = new Map<string, number>();
  for (const [name = '', ...cells] of [...(table?.rows ?? []), ...(table?.total ? [table.total] : [])]) {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const byColumn = new Map(cells.map((cell, i) => [table?.heads[i + 1] ?? '', cell]));
    rows.set(count === 1 ? name : `${name} (${count})`, byColumn);
  }
  return rows;
}

function cellChanges(before: Rows, after: Rows, columns: readonly string[]): CellChange[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((row) => {
    const [was, is] = [before.get(row), after.get(row)];
    return columns.flatMap((column): CellChange[] => {
      const change = { row, column, before: was?.get(column) ?? null, after: is?.get(column) ?? null };
      return change.before === change.after ? [] : [change];
    });
  });
}
