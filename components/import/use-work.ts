'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { showToast } from '@/components/ui/toast';
import { followWork, type WorkLine } from './work';

/** Work on an import that this page began or came back to. */
export interface WorkControl {
  /** Null until there is any. */
  readonly line: WorkLine | null;
  readonly isRunning: boolean;
  readonly follow: (request: { readonly url: string; readonly method: 'GET' | 'POST' }) => void;
}

/** Follows long work: shows how far it is, says how it went, and draws the page anew when it is done. */
export function useWork(): WorkControl {
  const router = useRouter();
  const [line, setLine] = useState<WorkLine | null>(null);
  const follow = useCallback<WorkControl['follow']>(
    (request) => {
      setLine({ state: 'running', done: 0, total: 0 });
      void followWork(request, (next) => {
        setLine(next);
        if (next.state === 'done') showToast({ message: next.message });
        if (next.state !== 'running') router.refresh();
      });
    },
    [router],
  );
  return { line, isRunning: line?.state === 'running', follow };
}
