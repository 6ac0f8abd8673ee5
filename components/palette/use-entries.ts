import { useEffect, useState } from 'react';
import type { PaletteEntry } from '@/lib/palette';
import { findEntries } from './find-entries';

const WAIT_MS = 80;
const NONE: Result = { q: '', entries: [], isFailed: false };

interface Result {
  /** The text that they answer. */
  readonly q: string;
  readonly entries: readonly PaletteEntry[];
  readonly isFailed: boolean;
}

/** What the books have for a text, asked for after a short rest; what the text before had until it is there. */
export function useEntries(text: string): Result & { readonly isLooking: boolean } {
  const q = text.trim();
  const [result, setResult] = useState(NONE);
  useEffect(() => {
    if (q === '') return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      findEntries(q, abort.signal).then(
        (entries) => setResult({ q, entries, isFailed: false }),
        () => abort.signal.aborted || setResult({ q, entries: [], isFailed: true }),
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [q]);
  return q === '' ? { ...NONE, isLooking: false } : { ...result, isLooking: result.q !== q };
}
