import 'server-only';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { PgTransactionConfig } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { DatabaseUnavailable, isRepeatable, serverError, unavailability } from '@/lib/database-unavailable';
import { databaseServer, secured, type Tls } from './database-server';

// postgres.js 3.4 is safe within narrow limits, which this file draws and tests/db/driver shows: one connection per
// client, one transaction at a time, no repair. Left to itself it forgets its socket when that closes and dies of
// writing to it, or lends the slot to the next transaction, which then commits statements of the dead one.

const SEATS = 16; // connections, and therefore transactions, at once, unless DATABASE_SEATS says otherwise
const WITHIN = 4_000; // ms after which every transaction has settled, whatever the network does
const BEGIN_WITHIN = 3_000; // ms to reach the server and have BEGIN answered
const STATEMENT_WITHIN = 10_000; // ms, kept by the server
const LOCK_WITHIN = 3_000; // ms, kept by the server
const LIFE = 30 * 60_000; // ms after which a connection is replaced
const TRIES = 7;
const LONG_STATEMENT = 4_096; // characters

/** What the work of a transaction speaks to. It is dead once the work has returned or thrown. */
export type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

type Work<T> = (tx: Transaction) => Promise<T>;
type Outcome<T> = { readonly result: T } | { readonly error: unknown; readonly again: boolean };
type Use = (tx: postgres.TransactionSql) => Promise<unknown>;

interface Options {
  readonly config?: Pick<PgTransactionConfig, 'isolationLevel' | 'accessMode'>;
  /** Settings that end with the transaction. They are sent ahead of the work, which does not wait for their answer. */
  readonly settings?: Readonly<Record<string, string>>;
  /** ms that bound the whole: queue, connecting, work, retries and COMMIT. */
  readonly within?: number;
  /** Ends the connection, and with it the work. */
  readonly signal?: AbortSignal | undefined;
}

/** How a transaction begins: what follows BEGIN, and its settings. */
interface Opening {
  readonly mode: string;
  readonly settings: readonly (readonly [name: string, value: string])[];
  readonly signal?: AbortSignal | undefined;
}

/** How far one transaction has come. */
interface Progress {
  begun: boolean; // BEGIN was answered and the work was called
  pending: number; // statements and savepoints that were sent and have not settled
  over: boolean; // the work has returned or thrown: nothing more may be sent in its name
  thrown?: { readonly error: unknown }; // by the work; postgres.js passes it on only when ROLLBACK was answered
  late: boolean; // the deadline has passed
}

interface Pool {
  readonly seats: number;
  taken: number;
  readonly queue: (() => void)[];
  readonly idle: Link[];
  emptied?: () => void; // called when the last seat is left
}

// Every bundle of a build and every reload in development has its own copy of this module; all share one pool.
const KEY = Symbol.for('dueline.connections');
const shared: typeof globalThis & { [KEY]?: Pool } = globalThis;

/**
 * Runs `work` in a transaction and returns what it returned once that is committed; what `work` throws is thrown
 * after a ROLLBACK. Serialization failures, deadlocks and connections found dead before BEGIN are tried again
 * within the same deadline, so **`work` may run more than once**: it must do nothing but talk to `tx`.
 * @throws DatabaseUnavailable when the database is busy, unreachable, lost or late: at most a moment after `within`.
 */
export async function transaction<T>(work: Work<T>, options: Options = {}): Promise<T> {
  const { within = WITHIN, signal } = options;
  const until = performance.now() + within;
  const opening = openingOf(options, within);
  const pool = (shared[KEY] ??= openPool());
  await enter(pool, until);
  try {
    for (let tries = 1; ; tries++) {
      const outcome = await attempt(pool, work, { ...opening, signal }, until);
      if ('result' in outcome) return outcome.result;
      const wait = 2 ** tries * (5 + 5 * Math.random());
      if (!outcome.again || tries === TRIES || wait > left(until)) throw outcome.error;
      await pause(wait);
    }
  } finally {
    leave(pool);
  }
}

/**
 * Lets the transactions under way end, then ends every connection: the last line of a script or of a test file.
 * A later `transaction` reads the environment again and opens new ones.
 */
export async function closeConnections(): Promise<void> {
  const pool = shared[KEY];
  if (!pool) return;
  delete shared[KEY];
  const emptied = new Promise<void>((resolve) => (pool.emptied = resolve));
  if (pool.taken > 0) await emptied;
  await Promise.all([...pool.idle].map((link) => link.retire()));
}

async function attempt<T>(pool: Pool, work: Work<T>, opening: Opening, until: number): Promise<Outcome<T>> {
  const link = pool.idle.pop() ?? new Link(pool);
  const progress: Progress = { begun: false, pending: 0, over: false, late: false };
  const giveUp = () => {
    progress.late = true;
    // Whatever silenced this connection may have silenced the idle ones.
    for (const suspect of [link, ...pool.idle]) void suspect.retire();
  };
  const stop = () => void link.retire();
  opening.signal?.addEventListener('abort', stop);
  let timer = setTimeout(giveUp, Math.min(BEGIN_WITHIN, left(until)));
  try {
    const result = await link.run(opening, progress, (tx) => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, left(until));
      return work(tx);
    });
    link.rest();
    return { result };
  } catch (error) {
    return verdict(error, link, progress);
  } finally {
    clearTimeout(timer);
    opening.signal?.removeEventListener('abort', stop);
  }
}

/** Tells errors of the work and its statements from trouble with the database, and keeps the link if it is sound. */
function verdict(error: unknown, link: Link, progress: Progress): Outcome<never> {
  const { begun, pending, over, thrown, late } = progress;
  const answer = serverError(error);
  const isRolledBack = thrown !== undefined && thrown.error === error;
  const breach = begun ? (late ? 'late' : 'lost') : 'unreachable';
  const reason = answer ? unavailability(answer) : isRolledBack ? undefined : breach;
  const again = answer && begun ? isRepeatable(answer) : !begun && reason !== undefined;
  if (isRolledBack && pending === 0 && (again || !reason)) link.rest();
  else void link.retire();
  const shown = reason ? new DatabaseUnavailable(reason, over && !thrown && !answer, error) : error;
  return { error: shown, again };
}

/** One connection. It is never repaired: at the first doubt it is retired, and the next transaction makes another. */
class Link {
  readonly #client: postgres.Sql;
  readonly #born = performance.now();
  #socket: Socket | undefined;
  #end: Promise<void> | undefined;

  constructor(private readonly pool: Pool) {
    const { url, tls } = databaseServer();
    const options = {
      max: 1,
      ssl: false, // #dial sees to it
      idle_timeout: 0,
      max_lifetime: 0,
      connect_timeout: 0,
      fetch_types: false,
      onnotice() {},
      connection: {
        application_name: 'dueline',
        statement_timeout: STATEMENT_WITHIN,
        lock_timeout: LOCK_WITHIN,
        idle_in_transaction_session_timeout: STATEMENT_WITHIN,
      },
      socket: (to: { host: string[]; port: number[] }) => this.#dial(to.host[0] ?? '', to.port[0] ?? 0, tls),
    };
    this.#client = postgres(url, options as postgres.Options<Record<string, never>>);
  }

  /** One transaction. Until it has settled and rest() was called, the link must not be given to another. */
  run<T>({ mode, settings }: Opening, progress: Progress, work: Work<T>): Promise<T> {
    let isSet: PromiseLike<unknown> | undefined;
    const begin = (use: Use) =>
      this.#client.begin(mode, (tx) => {
        const own = watched(tx, progress);
        // One connection answers in the order of asking: what the work sends comes after this, or fails with it.
        if (settings.length > 0) isSet = own.unsafe(...settingStatement(settings));
        return use(own);
      });
    const client: postgres.Sql = Object.create(this.#client, { begin: { value: begin } });
    return drizzle({ client }).transaction(async (tx) => {
      progress.begun = true;
      try {
        const [result] = await Promise.all([work(tx), isSet]);
        // A statement that fails after this point would turn COMMIT into a ROLLBACK that nobody is told of.
        if (progress.pending > 0) throw new Error('The work returned before its statements had ended.');
        return result;
      } catch (error) {
        progress.thrown = { error };
        throw error;
      } finally {
        progress.over = true;
      }
    });
  }

  /** Takes its place among the idle, if it may live on. */
  rest(): void {
    if (this.#end || performance.now() - this.#born > LIFE) void this.retire();
    else this.pool.idle.push(this);
  }

  /** Ends the connection now; a transaction on it fails. Resolves when it is over, and never rejects. */
  retire(): Promise<void> {
    const at = this.pool.idle.indexOf(this);
    if (at >= 0) this.pool.idle.splice(at, 1);
    const ended = () => void this.#socket?.destroy();
    return (this.#end ??= this.#client.end({ timeout: 0 }).then(ended, ended));
  }

  /** postgres.js forgets its socket on 'close' and then writes to it: it may hear 'close' only once it has ended. */
  async #dial(host: string, port: number, tls: Tls | undefined): Promise<Socket> {
    if (this.#end) throw new Error('This connection was retired before it was made.');
    const plain = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 });
    plain.on('error', () => {}); // some errors come before postgres.js listens
    this.#socket = plain;
    const socket = tls ? await secured(plain, host, tls) : plain;
    const emit = socket.emit.bind(socket) as (event: string | symbol, ...args: unknown[]) => boolean;
    socket.emit = (event: string | symbol, ...args: unknown[]) => {
      if (event !== 'close') return emit(event, ...args);
      void this.retire().then(() => emit(event, ...args));
      return true;
    };
    return socket;
  }
}

/** Keeps count of what is under way in a transaction, and lets nothing be sent in its name when it is over. */
function watched(tx: postgres.TransactionSql, progress: Progress): postgres.TransactionSql {
  const unsafe = tx.unsafe.bind(tx);
  const savepoint = tx.savepoint.bind(tx);
  const settled = () => (progress.pending -= 1);
  function follow<Q extends PromiseLike<unknown>>(send: () => Q): Q {
    if (progress.over) throw new Error('A statement came after the end of its transaction.');
    const query = send();
    progress.pending += 1;
    query.then(settled, settled);
    return query;
  }
  return Object.assign(tx, {
    // Drizzle asks for no prepared statements, which would cost a second round trip each time. Long ones are bulk
    // writes whose length varies: the server would keep every variant.
    unsafe: (...[text, values, options]: Parameters<typeof unsafe>) =>
      follow(() => unsafe(text, values, { ...options, prepare: text.length < LONG_STATEMENT })),
    savepoint: (nested: Use) => follow(() => savepoint((inner) => nested(watched(inner, progress)))),
  });
}

/** The server's own limits are for requests; long work gets its own for as long as its transaction lasts. */
function openingOf({ config = {}, settings = {} }: Options, within: number): Opening {
  const isolation = config.isolationLevel && `isolation level ${config.isolationLevel}`;
  const limit = String(Math.ceil(within));
  const limits = { statement_timeout: limit, idle_in_transaction_session_timeout: limit };
  return {
    mode: `${isolation ?? ''} ${config.accessMode ?? ''}`,
    settings: Object.entries({ ...settings, ...(within > STATEMENT_WITHIN ? limits : {}) }),
  };
}

function settingStatement(settings: Opening['settings']): [text: string, values: string[]] {
  const calls = settings.map((_, i) => `set_config($${2 * i + 1}, $${2 * i + 2}, true)`);
  return [`select ${calls.join(', ')}`, settings.flat()];
}

function openPool(): Pool {
  const seats = Number(process.env.DATABASE_SEATS ?? SEATS);
  if (!Number.isInteger(seats) || seats < 1) throw new Error('DATABASE_SEATS must be a number from 1.');
  return { seats, taken: 0, queue: [], idle: [] };
}

function enter(pool: Pool, until: number): Promise<void> {
  if (pool.taken < pool.seats) return Promise.resolve(void (pool.taken += 1));
  return new Promise((resolve, reject) => {
    const seated = () => {
      clearTimeout(late);
      resolve();
    };
    const late = setTimeout(() => {
      pool.queue.splice(pool.queue.indexOf(seated), 1);
      reject(new DatabaseUnavailable('busy', false));
    }, left(until));
    pool.queue.push(seated);
  });
}

function leave(pool: Pool): void {
  const next = pool.queue.shift();
  if (next) return next();
  pool.taken -= 1;
  if (pool.taken === 0) pool.emptied?.();
}

function left(until: number): number {
  return Math.max(1, until - performance.now());
}
