'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';
import { showToast } from '@/components/ui/toast';
import { formatCount } from '@/lib/format';
import { type Params, withParams } from '@/lib/url';
import { keepDraft, keptDraft } from './kept-draft';
import type { Draft } from './use-draft';

interface LeavingProps {
  readonly draft: Draft;
  /** What the draft is kept under. */
  readonly of: string;
  readonly isSaved: boolean;
  readonly params: Params;
}

/**
 * Loses no unsaved change, whatever takes somebody away: the browser asks before the tab is closed, and any other way out keeps the
 * draft, says so, and leads back by Undo. @returns what “Cancel” does first: it throws the draft away, until Undo brings it back.
 */
export function useLeaving({ draft, of, isSaved, params }: LeavingProps): () => void {
  const router = useRouter();
  const isCancelled = useRef(false);
  const isUnsaved = draft.changes > 0 && !isSaved;
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
  const left = useEffectEvent(() => {
    // What is saved is kept no longer, and is so before this page knows that it was saved.
    if (draft.changes === 0 || keptDraft(of) === null) return;
    const changes = formatCount(draft.changes, 'change');
    const { layout } = draft;
    const back = () => {
      keepDraft(of, layout);
      router.push(withParams('/dashboard', params, { edit: '1', dialog: null }));
      return Promise.resolve(undefined);
    };
    if (isCancelled.current) {
      keepDraft(of, null);
      showToast({ message: `${changes} to the layout thrown away.`, undo: back });
    } else
      showToast({
        message: `${changes} to the layout not saved.`,
        detail: 'Kept in this tab for when you edit the layout again.',
        undo: back,
      });
  });
  useEffect(() => () => left(), []);
  return () => {
    isCancelled.current = true;
  };
}
