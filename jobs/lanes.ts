/** Things that one worker does at once. */
const LANES = 5;
/** Milliseconds after which a look at what waits ends, so that the next sees who came meanwhile. */
const LOOK = 10_000;

/** Tells when one look is over: after some seconds, or when the worker is to stop. */
export function oneLook(signal: AbortSignal): () => boolean {
  const end = Date.now() + LOOK;
  return () => signal.aborted || Date.now() > end;
}

/**
 * Does what several have waiting, in a few lanes: one thing of each in turn, so that who has much to do, or is slow, does not hold up all
 * others. `doNext` answers false when one has nothing left. Ends when nothing is left or `isOver`. Answers how much was done.
 */
export async function inLanes<T>(
  all: readonly T[],
  doNext: (one: T) => Promise<boolean>,
  isOver: () => boolean,
): Promise<number> {
  const lane = async (at: number) => {
    let count = 0;
    // Each lane begins with another.
    let left = [...all.slice(at), ...all.slice(0, at)];
    while (left.length > 0) {
      const more: T[] = [];
      for (const one of left) {
        if (isOver()) return count;
        if (!(await doNext(one))) continue;
        count += 1;
        more.push(one);
      }
      left = more;
    }
    return count;
  };
  const lanes = Array.from({ length: LANES }, (_, at) => lane(all.length > 0 ? at % all.length : 0));
  return (await Promise.all(lanes)).reduce((sum, count) => sum + count, 0);
}
