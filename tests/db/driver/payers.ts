import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Order, Receipt } from './payer';

/** How many recorded payments each invoice may receive; many, so that payments seldom wait for each other. */
export const INVOICES = 50;

interface Crowd {
  readonly clients: number;
  readonly seats: number;
  readonly url: string;
}

/** Clients that pay without pause, each repeating its payment until it is acknowledged, through one process. */
export interface Payers {
  /** Keys of the payments that the process said it had recorded. */
  readonly acknowledged: ReadonlySet<string>;
  /** Payments acknowledged per second since `since`, a time of performance.now(). */
  rateSince(since: number): number;
  /** The longest that a request took to be answered, in ms, since this was last asked. */
  takeSlowest(): number;
  /** What was answered instead of an acknowledgement, and how often. */
  readonly refusals: ReadonlyMap<string, number>;
  /** Whether the process has ended, which it must not before `stop`. */
  readonly hasDied: boolean;
  /** Lets every client have its answer, and the process end by itself. Returns its exit code; null when it was killed. */
  stop(): Promise<number | null>;
  /** Ends the process at once, whatever it is doing. Harmless when it has ended. */
  kill(): void;
}

/** Starts so many clients, who pay through one process with so many seats at the database at `url`. */
export function startPayers({ clients: count, seats, url }: Crowd): Payers {
  const child = fork(fileURLToPath(new URL('./payer.ts', import.meta.url)), {
    // The marker package `server-only` is empty under this condition, as it is for Next.
    execArgv: ['--conditions=react-server', '--import', 'tsx'],
    env: { ...process.env, APP_DATABASE_URL: url, DATABASE_SEATS: String(seats) },
  });
  const waiting = new Map<string, (receipt: Receipt) => void>();
  const acknowledged = new Set<string>();
  const times: number[] = [];
  const refusals = new Map<string, number>();
  const state: { slowest: number; isStopping: boolean; exit?: number | null } = {
    slowest: 0,
    isStopping: false,
  };
  child.on('message', (receipt: Receipt) => waiting.get(receipt.key)?.(receipt));
  const ended = new Promise<void>((resolve) => {
    child.on('exit', (code) => {
      state.exit = code;
      resolve();
    });
  });

  async function request(order: Order): Promise<Receipt> {
    const asked = performance.now();
    const receipt = await new Promise<Receipt>((resolve) => {
      waiting.set(order.key, resolve);
      child.send(order, () => {});
      void ended.then(() => resolve({ key: order.key, error: 'the process has ended' }));
    });
    waiting.delete(order.key);
    state.slowest = Math.max(state.slowest, performance.now() - asked);
    return receipt;
  }

  async function client(first: number): Promise<void> {
    for (let turn = first; !state.isStopping; turn += count) {
      const order = { key: randomUUID(), invoice: 1 + (turn % INVOICES), amount: 100 };
      while (!state.isStopping) {
        const { error } = await request(order);
        if (error === undefined) {
          acknowledged.add(order.key);
          times.push(performance.now());
          break;
        }
        refusals.set(error, (refusals.get(error) ?? 0) + 1);
        await pause(20);
      }
    }
  }
  const clients = Array.from({ length: count }, (_, index) => client(index));

  return {
    acknowledged,
    refusals,
    rateSince(since) {
      const seconds = (performance.now() - since) / 1_000;
      return times.filter((time) => time >= since).length / seconds;
    },
    takeSlowest() {
      const taken = state.slowest;
      state.slowest = 0;
      return taken;
    },
    get hasDied() {
      return state.exit !== undefined;
    },
    kill() {
      state.isStopping = true;
      child.kill('SIGKILL');
    },
    async stop() {
      state.isStopping = true;
      await Promise.all(clients);
      if (child.connected) child.disconnect();
      await ended;
      return state.exit ?? null;
    },
  };
}
