import type { Plan } from './plan';
import type { RowProblem, Table } from './table';

/** What becomes of one row of a file. */
export interface RowResult {
  readonly row: number;
  readonly status: 'created' | 'already_there' | 'refused';
  /** Why it is refused; left out otherwise. */
  readonly problems?: readonly Omit<RowProblem, 'row'>[];
}

/** One result per row that holds anything, in the order of the file. */
export function rowResults(table: Table, plan: Plan): RowResult[] {
  const there = new Set(plan.alreadyThere);
  const problems = new Map<number, Omit<RowProblem, 'row'>[]>();
  for (const { row, ...problem } of plan.problems) {
    const same = problems.get(row);
    if (same) same.push(problem);
    else problems.set(row, [problem]);
  }
  const rows = [...table.rows, ...table.problems].map(({ row }) => row).toSorted((a, b) => a - b);
  return rows.map((row) => {
    const found = problems.get(row);
    if (found) return { row, status: 'refused', problems: found };
    return { row, status: there.has(row) ? 'already_there' : 'created' };
  });
}
