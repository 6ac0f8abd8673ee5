import { connect, createServer, type Socket } from 'node:net';

/** A network between client and server that breaks on demand. Listens on 127.0.0.1. */
export interface Proxy {
  readonly port: number;
  /** How many connections it has cut so far. */
  readonly cuts: number;
  /** Withholds the n-th reply from now on, whichever connection it is for, and cuts that connection instead. */
  cutAtReply(n: number, how: Cut): void;
  /** Cuts connections at random replies, by FIN and RST in turn, until that many are cut. */
  cutAtRandom(count: number): Promise<void>;
  /** Holds every byte back, both ways, until the returned function lets them through. */
  freeze(): () => void;
  /** Swallows every byte, both ways, without a word, until the returned function ends it. */
  swallow(): () => void;
  close(): Promise<void>;
}

export type Cut = 'FIN' | 'RST';

interface Line {
  readonly client: Socket;
  readonly server: Socket;
}

/** One reply in so many is cut by `cutAtRandom`: rare enough to hit every phase of a transaction. */
const SHARE = 0.01;

/** Starts a proxy to the server that `target` tells, asked anew for each connection. */
export async function startProxy(target: () => number): Promise<Proxy> {
  const lines = new Set<Line>();
  let cuts = 0;
  let countdown = 0;
  let how: Cut = 'FIN';
  let random: { left: number; done: () => void } | undefined;
  let isSilent = false;
  let isFrozen = false;

  /** Whether this reply is the one at which its connection is to be cut. */
  function isDue(): boolean {
    if (countdown > 0) {
      countdown -= 1;
      return countdown === 0;
    }
    if (!random || Math.random() > SHARE) return false;
    how = how === 'FIN' ? 'RST' : 'FIN';
    random.left -= 1;
    if (random.left === 0) {
      random.done();
      random = undefined;
    }
    return true;
  }

  function cut(client: Socket): void {
    cuts += 1;
    if (how === 'RST') client.resetAndDestroy();
    else client.destroy();
  }

  const listener = createServer({ noDelay: true }, (client) => {
    const server = connect({ host: '127.0.0.1', port: target(), noDelay: true });
    const line = { client, server };
    lines.add(line);
    const end = () => {
      lines.delete(line);
      // What is still on its way arrives first, as on a real network.
      client.end();
      server.end();
    };
    for (const socket of [client, server]) socket.on('error', () => {}).on('close', end);
    client.on('data', (bytes) => !isSilent && server.write(bytes));
    server.on('data', (bytes) => {
      if (isSilent) return;
      if (isDue()) cut(client);
      else client.write(bytes);
    });
    if (isFrozen) pause(line);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();

  return {
    port: typeof address === 'object' && address ? address.port : 0,
    get cuts() {
      return cuts;
    },
    cutAtReply(n, by) {
      countdown = n;
      how = by;
    },
    cutAtRandom: (count) => new Promise((done) => (random = { left: count, done })),
    freeze() {
      isFrozen = true;
      for (const line of lines) pause(line);
      return () => {
        isFrozen = false;
        for (const line of lines) resume(line);
      };
    },
    swallow() {
      isSilent = true;
      return () => (isSilent = false);
    },
    async close() {
      for (const { client, server } of lines) for (const socket of [client, server]) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}

function pause({ client, server }: Line): void {
  client.pause();
  server.pause();
}

function resume({ client, server }: Line): void {
  client.resume();
  server.resume();
}
