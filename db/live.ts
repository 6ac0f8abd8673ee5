import 'server-only';
import { connect, type Socket } from 'node:net';
import postgres from 'postgres';
import { databaseServer, secured } from './database-server';

// The only place besides client.ts that opens a connection: it hears what the database notifies of, and asks for no row. Like
// there, a connection is never repaired: when one ends, another is made.

const CHANNEL = 'dueline_activity'; // as in the trigger of `activity`
const AGAIN_AFTER = 1_000; // ms before another connection is made
const ASK_EVERY = 30_000; // ms between questions whether the line still stands
const ANSWER_WITHIN = 5_000; // ms

/** Who wants to hear of an organization. */
type Heard = () => void;

interface Ear {
  readonly listeners: Map<string, Set<Heard>>;
  line: Line | undefined;
  retry: ReturnType<typeof setTimeout> | undefined;
}

// Every bundle of a build has its own copy of this module; all share one line.
const KEY = Symbol.for('dueline.live');
const shared: typeof globalThis & { [KEY]?: Ear } = globalThis;

/**
 * Calls `heard` whenever something is recorded in the organization, by whichever process, and when notices may have been
 * missed. One connection serves all of a process; it lasts as long as anybody listens. Answers what ends it.
 */
export function onActivity(orgId: string, heard: Heard): () => void {
  const ear = (shared[KEY] ??= { listeners: new Map(), line: undefined, retry: undefined });
  const heards = ear.listeners.get(orgId) ?? new Set();
  heards.add(heard);
  ear.listeners.set(orgId, heards);
  if (!ear.line && !ear.retry) open(ear);
  return () => {
    heards.delete(heard);
    if (heards.size === 0) ear.listeners.delete(orgId);
    if (ear.listeners.size > 0) return;
    clearTimeout(ear.retry);
    ear.retry = undefined;
    ear.line?.end();
    ear.line = undefined;
  };
}

function open(ear: Ear): void {
  ear.retry = undefined;
  const line = new Line({
    // What was recorded before the line stood was not heard of.
    onOpen: () => tell([...ear.listeners.values()].flatMap((heards) => [...heards])),
    onNotice: (orgId) => tell(ear.listeners.get(orgId) ?? []),
    onEnd: () => {
      if (ear.line !== line) return;
      ear.line = undefined;
      if (ear.listeners.size > 0) ear.retry = setTimeout(open, AGAIN_AFTER, ear);
    },
  });
  ear.line = line;
}

function tell(heards: Iterable<Heard>): void {
  for (const heard of heards) heard();
}

interface LineEvents {
  readonly onOpen: () => void;
  readonly onNotice: (payload: string) => void;
  readonly onEnd: () => void;
}

/** One connection that listens, from its making to its end. */
class Line {
  readonly #client: postgres.Sql;
  #socket: Socket | undefined;
  #end: Promise<void> | undefined;
  #asking: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly events: LineEvents) {
    const { url, tls } = databaseServer();
    const options = {
      max: 1,
      ssl: false,
      idle_timeout: 0,
      max_lifetime: 0,
      connect_timeout: 0,
      fetch_types: false,
      onnotice() {},
      onnotify: (_channel: string, payload: string) => events.onNotice(payload),
      connection: { application_name: 'dueline live' },
      socket: async ({ host: [host = ''], port: [port = 0] }: { host: string[]; port: number[] }) => {
        const plain = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 });
        plain.on('error', () => {});
        this.#socket = plain;
        return this.#endsFirst(tls ? await secured(plain, host, tls) : plain);
      },
    };
    this.#client = postgres(url, options as postgres.Options<Record<string, never>>);
    void this.#listen();
  }

  /** Ends the connection now. Never rejects. */
  end(): void {
    clearInterval(this.#asking);
    const ended = () => {
      this.#socket?.destroy();
      this.events.onEnd();
    };
    this.#end ??= this.#client.end({ timeout: 0 }).then(ended, ended);
  }

  async #listen(): Promise<void> {
    if (!(await this.#answers(`listen ${CHANNEL}`))) return this.end();
    if (this.#end) return;
    this.#asking = setInterval(() => void this.#askAgain(), ASK_EVERY);
    this.events.onOpen();
  }

  async #askAgain(): Promise<void> {
    if (!(await this.#answers('select'))) this.end();
  }

  /** Whether the server answers a statement in time. */
  async #answers(statement: string): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, ANSWER_WITHIN, false)));
    const answered = this.#client.unsafe(statement).then(
      () => true,
      () => false,
    );
    return Promise.race([answered, late]).finally(() => clearTimeout(timer));
  }

  /** postgres.js forgets its socket on 'close' and then writes to it: it hears 'close' only once it has ended. */
  #endsFirst(socket: Socket): Socket {
    const emit = socket.emit.bind(socket) as (event: string | symbol, ...args: unknown[]) => boolean;
    socket.emit = (event: string | symbol, ...args: unknown[]) => {
      if (event !== 'close') return emit(event, ...args);
      this.end();
      void this.#end?.then(() => emit(event, ...args));
      return true;
    };
    return socket;
  }
}
