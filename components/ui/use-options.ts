import { useEffect, useRef, useState } from 'react';

const WAIT_MS = 150;

interface Result<T> {
  /** The text that they answer; null before the first answer. */
  readonly q: string | null;
  readonly options: readonly T[];
  readonly isFailed: boolean;
}

/**
 * What a combobox offers for a text, while it is wanted: asked for at once the first time, later after a short rest; those of the text
 * before until they are there.
 */
export function useOptions<T>(
  find: (q: string, signal: AbortSignal) => Promise<readonly T[]>,
  q: string,
  isWanted: boolean,
): Result<T> & { readonly isLooking: boolean } {
  const [result, setResult] = useState<Result<T>>({ q: null, options: [], isFailed: false });
  const started = useRef(false);
  useEffect(() => {
    if (!isWanted) return;
    const abort = new AbortController();
    const wait = started.current ? WAIT_MS : 0;
    started.current = true;
    const timer = setTimeout(() => {
      find(q.trim(), abort.signal).then(
        (options) => setResult({ q, options, isFailed: false }),
        () => abort.signal.aborted || setResult({ q, options: [], isFailed: true }),
      );
    }, wait);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [find, q, isWanted]);
  return { ...result, isLooking: result.q !== q };
}
