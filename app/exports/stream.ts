import 'server-only';
import { describeError, log } from '@/lib/log';

/** Hands on a piece of a file; resolves when there is room for the next one, and rejects when nobody takes the file any more. */
export type Write = (piece: string) => Promise<void>;

/** The same for a file that is not only text. */
export type WriteBytes = (piece: string | Uint8Array<ArrayBuffer>) => Promise<void>;

interface StreamedFile {
  readonly fileName: string;
  /** CSV unless told. */
  readonly type?: 'text/csv; charset=utf-8' | 'application/zip';
  /** Writes the whole file. `signal` aborts when nobody takes it any more. */
  readonly make: (write: WriteBytes, signal: AbortSignal) => Promise<void>;
  /** The request's own: aborts when the browser has gone. */
  readonly gone: AbortSignal;
}

/** Files of one process that are written at once: each holds a connection. */
const MOST = 4;
/** Milliseconds that a piece may wait to be taken. */
const PATIENCE = 60_000;

let underWay = 0;

/**
 * A file that is sent while it is made, as fast as it is taken, with a few pieces in memory. Answers once the first piece is there:
 * what fails before is thrown, and what fails later breaks the download off.
 */
export async function streamedDownload({
  fileName,
  type = 'text/csv; charset=utf-8',
  make,
  gone,
}: StreamedFile): Promise<Response> {
  if (underWay >= MOST)
    return new Response('Too many files are being made. Try again in a minute.', {
      status: 503,
      headers: { 'Retry-After': '60' },
    });
  underWay += 1;
  const stopped = new AbortController();
  const signal = AbortSignal.any([stopped.signal, gone]);
  const encoder = new TextEncoder();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  // Whichever ends first, the taking or the making, ends the other.
  writer.closed.catch(() => stopped.abort());
  signal.addEventListener('abort', () => void writer.abort().catch(() => {}));
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const write: WriteBytes = async (piece) => {
    const stalled = setTimeout(() => stopped.abort(), PATIENCE);
    begin();
    try {
      await writer.write(typeof piece === 'string' ? encoder.encode(piece) : piece);
    } finally {
      clearTimeout(stalled);
    }
  };
  const made = make(write, signal).then(
    () => writer.close(),
    async (error: unknown) => {
      await writer.abort(error).catch(() => {});
      throw error;
    },
  );
  const done = made.finally(() => (underWay -= 1));
  done.catch((error: unknown) => {
    if (!signal.aborted) log('error', 'file_broken_off', describeError(error));
  });
  await Promise.race([begun, done]);
  return new Response(readable, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
