import type { Worker } from 'node:worker_threads';
import type { Letterhead } from '@/db/queries/letterhead';
import type { PrintedDocument } from '@/db/queries/printed-documents';
import type { Receipt } from '@/db/queries/receipts';
import type { StatementPaper } from '@/db/queries/statement-paper';
import type { LogoFile } from '@/lib/logo';
import { beginThread } from './begin-thread';

/** What the paper of one file says: plain values. */
export type PaperWork =
  | { readonly kind: 'document'; readonly document: PrintedDocument; readonly head: Letterhead }
  | { readonly kind: 'receipt'; readonly receipt: Receipt; readonly head: Letterhead }
  | { readonly kind: 'statement'; readonly content: StatementPaper };

/** What one file is drawn from: the paper, and the picture of the business on it. */
export type FileWork = PaperWork & { readonly logo: LogoFile | null };

/** A file, and what it is called. */
interface DrawnFile {
  readonly name: string;
  readonly file: Uint8Array;
}

/** A file to be drawn, as the thread is told of it. */
export interface FileOrder {
  readonly id: number;
  readonly work: FileWork;
}

/** What the thread says of it: the file drawn; null when it could not be drawn, and the log says why. */
export interface FileAnswer {
  readonly id: number;
  readonly drawn: DrawnFile | null;
}

interface Waiting {
  readonly resolve: (drawn: DrawnFile) => void;
  readonly reject: (error: Error) => void;
}

/** Memory that the thread may take, in MB. */
const MOST_MEMORY_MB = 512;

let thread: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/**
 * Draws one file in a thread that is kept for the next: the worker goes on meanwhile with whatever else it does.
 * @throws Error when it cannot be drawn, or the thread ends.
 */
export function drawFile(work: FileWork): Promise<DrawnFile> {
  const drawer = thread ?? begin();
  lastId += 1;
  const order: FileOrder = { id: lastId, work };
  return new Promise((resolve, reject) => {
    waiting.set(order.id, { resolve, reject });
    drawer.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    drawer.postMessage(order);
  });
}

function begin(): Worker {
  const begun = beginThread(new URL('./draw-thread.ts', import.meta.url), MOST_MEMORY_MB);
  thread = begun;
  begun.on('message', (answer: FileAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    // An idle thread does not keep the worker from ending.
    if (waiting.size === 0) begun.unref();
    if (answer.drawn) asked?.resolve(answer.drawn);
    else asked?.reject(new Error('The file could not be drawn.'));
  });
  begun.on('error', (error) => end(begun, error instanceof Error ? error : new Error('The thread failed.')));
  begun.on('exit', () => end(begun, new Error('The thread ended without a file.')));
  return begun;
}

/** Whoever waits is told; the next file begins another thread. */
function end(ended: Worker, error: Error): void {
  if (thread !== ended) return;
  thread = null;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}
