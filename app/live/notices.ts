import 'server-only';
import { onActivity } from '@/db/live';

/** Milliseconds between signs of life, which are also when the session is looked at again. */
const HEARTBEAT = 15_000;
/** Streams of one process at once. */
const MOST = 500;
/** Notices that wait for a slow browser, at most. */
const WAITING = 3;

let open = 0;

/** What a stream of notices is made for. */
interface NoticesOf {
  readonly orgId: string;
  /** The newest entry of the activity: a page that was drawn before it asks again. */
  readonly sequence: number;
  /** Whether the session still is in force. */
  readonly isInForce: () => Promise<boolean>;
  /** Ends the stream when the browser has gone. */
  readonly signal: AbortSignal;
}

/**
 * Server-sent events: first `seen` with the newest entry, then `changed` whenever something is recorded in the organization. Ends with
 * the session and with the browser. Null when the process has as many as it can carry.
 */
export function notices({
  orgId,
  sequence,
  isInForce,
  signal,
}: NoticesOf): ReadableStream<Uint8Array> | null {
  if (open >= MOST) return null;
  open += 1;
  const encoder = new TextEncoder();
  let release = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const stop = () => {
        release();
        controller.close();
      };
      // What waits to be taken says the same already.
      const stopHearing = onActivity(orgId, () => {
        if ((controller.desiredSize ?? 0) > -WAITING) send('event: changed\ndata:\n\n');
      });
      const beat = setInterval(() => {
        // When the database is away the browser comes again, and is asked who it is.
        isInForce().then(
          (holds) => (holds ? send(':\n\n') : stop()),
          () => stop(),
        );
      }, HEARTBEAT);
      release = () => {
        release = () => {};
        open -= 1;
        stopHearing();
        clearInterval(beat);
        signal.removeEventListener('abort', stop);
      };
      send(`retry: 3000\nevent: seen\ndata: ${sequence}\n\n`);
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop);
    },
    cancel: () => release(),
  });
}
