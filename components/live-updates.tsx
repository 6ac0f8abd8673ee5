'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react';

interface LiveUpdatesProps {
  /** The newest entry of the activity that the page was drawn with. */
  readonly sequence: number;
  readonly className?: string;
}

/** At least so many milliseconds between two looks. */
const EVERY_MS = 1_000;
const SAID_MS = 5_000;

/**
 * Keeps the figures of the page fresh: asks for them again, at most once a second, when anything is recorded in another window
 * or by somebody else, and says that it did. A page out of sight listens to nothing, and catches up when it is looked at;
 * neither does that of somebody who wants figures to stay as they were.
 */
export function LiveUpdates({ sequence, className = 'sr-only' }: LiveUpdatesProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [isSaid, setIsSaid] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lookedAt = useRef(0);
  const look = () => {
    timer.current = undefined;
    lookedAt.current = Date.now();
    startTransition(() => {
      router.refresh();
      setIsSaid(true);
    });
  };
  const onChanged = useEffectEvent(() => {
    timer.current ??= setTimeout(look, Math.max(0, lookedAt.current + EVERY_MS - Date.now()));
  });
  const onSeen = useEffectEvent((newest: number) => {
    if (newest > sequence) onChanged();
  });
  useEffect(() => {
    let source: EventSource | undefined;
    const listen = () => {
      source?.close();
      source = undefined;
      if (document.hidden || document.querySelector('[data-live="off"]')) return;
      source = new EventSource('/live');
      source.addEventListener('seen', ({ data }) => onSeen(Number(data)));
      source.addEventListener('changed', () => onChanged());
    };
    listen();
    document.addEventListener('visibilitychange', listen);
    return () => {
      document.removeEventListener('visibilitychange', listen);
      source?.close();
      clearTimeout(timer.current);
    };
  }, []);
  useEffect(() => {
    if (!isSaid || isPending) return;
    const over = setTimeout(setIsSaid, SAID_MS, false);
    return () => clearTimeout(over);
  }, [isSaid, isPending]);
  return (
    <span role="status" className={className}>
      {isSaid && !isPending ? 'Updated just now' : ''}
    </span>
  );
}
