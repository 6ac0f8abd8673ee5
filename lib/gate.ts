import type { TooMany } from './too-many';

interface Gate {
  running: number;
  readonly queue: (() => void)[];
}

const KEY = Symbol.for('dueline.gates');
// Every bundle of a build has its own copy of this module; all share the gates.
const shared: typeof globalThis & { [KEY]?: Map<string, Gate> } = globalThis;

/** How many may do the same heavy work in this process at once, how many more may wait, and what the others are told. */
export interface GateRule {
  readonly name: string;
  readonly atOnce: number;
  readonly waiting: number;
  readonly full: () => TooMany;
}

/** Lets work in, so much at once and the rest in the order of asking. @throws TooMany when too many wait already. */
export async function inTurn<T>(
  { name, atOnce, waiting, full }: GateRule,
  work: () => Promise<T>,
): Promise<T> {
  const gates = (shared[KEY] ??= new Map());
  const gate = gates.get(name) ?? { running: 0, queue: [] };
  gates.set(name, gate);
  if (gate.running >= atOnce) {
    if (gate.queue.length >= waiting) throw full();
    await new Promise<void>((resolve) => gate.queue.push(resolve));
  } else gate.running++;
  try {
    return await work();
  } finally {
    const next = gate.queue.shift();
    if (next) next();
    else gate.running--;
  }
}
