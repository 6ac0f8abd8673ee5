/** The middle of a list of figures. */
export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return (low + high) / 2;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The middle of the milliseconds that `work` takes, over some turns; the first only warms up. */
export async function middleOf(turns: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn <= turns; turn += 1) times.push(await timed(work));
  return median(times.slice(1));
}

/**
 * The middle times of two ways of doing the same, one after the other in turns, so that what else the machine does hits
 * both. The first turn only warms up.
 */
export async function inTurns(
  turns: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<{ ours: number; theirs: number }> {
  const [a, b]: [number[], number[]] = [[], []];
  for (let turn = 0; turn <= turns; turn += 1) {
    const [first, second] = [await ours(), await theirs()];
    if (turn === 0) continue;
    a.push(first);
    b.push(second);
  }
  return { ours: median(a), theirs: median(b) };
}

/** One line of a result: columns of a fixed width, the first to the left. */
export function row(...cells: readonly (string | number)[]): string {
  return cells
    .map((cell, i) => {
      const text =
        typeof cell === 'number' ? cell.toLocaleString('en-US', { maximumFractionDigits: 2 }) : cell;
      return i === 0 ? text.padEnd(34) : text.padStart(13);
    })
    .join('');
}
