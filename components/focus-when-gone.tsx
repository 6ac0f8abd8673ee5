'use client';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';

interface FocusWhenGoneProps {
  /** Selectors of what may have the focus then, the best first; the page's content when none is there. */
  readonly to: readonly string[];
}

/** Stands beside controls that using them takes away: when they go, and the focus was on one of them, it goes on to `to`. Nothing to see. */
export function FocusWhenGone({ to }: FocusWhenGoneProps) {
  const mark = useRef<HTMLSpanElement>(null);
  const hadFocus = useRef(false);
  // They are still in the page here, and gone when the other effect ends.
  useLayoutEffect(() => {
    const place = mark.current?.parentElement;
    return () => {
      hadFocus.current = place?.contains(document.activeElement) ?? false;
    };
  }, []);
  const goOn = useEffectEvent(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    for (const selector of [...to, '#main']) {
      const target = document.querySelector<HTMLElement>(selector);
      target?.focus();
      if (target && target === document.activeElement) return;
    }
  });
  useEffect(() => () => goOn(), []);
  return <span ref={mark} hidden />;
}
