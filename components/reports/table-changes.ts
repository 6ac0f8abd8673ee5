import type { PaperTable } from '@/components/paper-table';

/** A figure that reads otherwise now than it did; null where its row was not there. */
export interface CellChange {
  readonly row: string;
  readonly column: string;
  readonly then: string | null;
  readonly now: string | null;
}

/** A table in which something reads otherwise, with what does, in its order. */
export interface TableChange {
  readonly title: string;
  readonly cells: readonly CellChange[];
}

/** What reads otherwise in tables of now than in the same tables as they were; tables are told apart by their titles, rows by their names. */
export function tableChanges(then: readonly PaperTable[], now: readonly PaperTable[]): TableChange[] {
  const titles = new Set([...then, ...now].map(({ title }) => title));
  return [...titles].flatMap((title) => {
    const before = then.find((table) => table.title === title);
    const after = now.find((table) => table.title === title);
    const heads = after?.heads ?? before?.heads ?? [];
    const cells = cellChanges(rowsOf(before), rowsOf(after), heads.slice(1));
    return cells.length > 0 ? [{ title, cells }] : [];
  });
}

type Rows = ReadonlyMap<string, readonly string[]>;

/** The rows of a table by name, its total last; the second of a name has a number. */
function rowsOf(table: PaperTable | undefined): Rows {
  const rows = new Map<string, readonly string[]>();
  for (const [name = '', ...cells] of [...(table?.rows ?? []), ...(table?.total ? [table.total] : [])]) {
    const taken = [...rows.keys()].filter((key) => key === name || key.startsWith(`${name} (`)).length;
    rows.set(taken === 0 ? name : `${name} (${taken + 1})`, cells);
  }
  return rows;
}

function cellChanges(then: Rows, now: Rows, columns: readonly string[]): CellChange[] {
  const names = new Set([...then.keys(), ...now.keys()]);
  return [...names].flatMap((row) => {
    const [before, after] = [then.get(row), now.get(row)];
    return columns.flatMap((column, i): CellChange[] => {
      const change = { row, column, then: before?.[i] ?? null, now: after?.[i] ?? null };
      return change.then === change.now ? [] : [change];
    });
  });
}
