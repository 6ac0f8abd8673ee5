'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';
import { showToast } from '@/components/ui/toast';
import { formatCount } from '@/lib/format';
import { type Params, withParams } from '@/lib/url';
import { keepDraft } from './kept-draft';
import type { Draft } from './use-draft';

interface LeavingProps {
  readonly draft: Draft;
  /** What the draft is kept under. */
  readonly of: string;
  readonly params: Params;
}

/** What is said just before somebody leaves on purpose. */
interface Leaving {
  readonly saved: () => void;
  readonly cancelled: () => void;
}

/**
 * Loses no unsaved change, whatever takes somebody away: the browser asks before the tab is closed, and any other way out keeps the
 * draft, says so, and leads back by Undo. After “Cancel” it is thrown away until Undo brings it back.
 */
export function useLeaving({ draft, of, params }: LeavingProps): Leaving {
  const router = useRouter();
  const way = useRef<'unsaid' | keyof Leaving>('unsaid');
  const isUnsaved = draft.changes > 0;
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
  const left = useEffectEvent(() => {
    if (way.current !== 'unsaid') keepDraft(of, null);
    if (!isUnsaved || way.current === 'saved') return;
    const changes = formatCount(draft.changes, 'change');
    const { layout } = draft;
    const undo = () => {
      keepDraft(of, layout);
      router.push(withParams('/dashboard', params, { edit: '1', dialog: null }));
      return Promise.resolve(undefined);
    };
    showToast(
      way.current === 'cancelled'
        ? { message: `${changes} to the layout thrown away.`, undo }
        : {
            message: `${changes} to the layout not saved.`,
            detail: 'Kept in this tab for when you edit the layout again.',
            undo,
          },
    );
  });
  useEffect(() => () => left(), []);
  return {
    saved: () => {
      way.current = 'saved';
    },
    cancelled: () => {
      way.current = 'cancelled';
    },
  };
}
