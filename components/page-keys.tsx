'use client';
import { useEffect } from 'react';
import { isFreeKey } from './keys';

/** Milliseconds after a g in which a key goes to a page instead (see `Shortcuts`). */
const AFTER_G = 1_500;

/** Presses, or gives the focus to, what on this page is marked `data-page-key` with the key that was pressed; draws nothing. */
export function PageKeys() {
  useEffect(() => {
    let goUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (!isFreeKey(event)) return;
      const isGoing = event.timeStamp < goUntil;
      goUntil = event.key === 'g' ? event.timeStamp + AFTER_G : 0;
      const target = isGoing || !/^[a-z]$/.test(event.key) ? null : targetOf(event.key);
      if (!target) return;
      event.preventDefault();
      if (target instanceof HTMLTextAreaElement) target.focus();
      else target.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return null;
}

function targetOf(key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-page-key=${key}]`);
}
