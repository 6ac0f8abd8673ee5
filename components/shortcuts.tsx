'use client';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { isFreeKey } from './keys';
import { SHOW_SHORTCUTS } from './shortcuts-button';

/** A page that g and a key lead to. */
export interface Place {
  readonly key: string;
  readonly label: string;
  readonly href: Route;
}

const WAIT_MS = 1_500;
const ShortcutsDialog = dynamic(async () => (await import('./shortcuts-dialog')).ShortcutsDialog, {
  ssr: false,
});

/** Listens for the keys of the whole app: g then a letter goes to a page, ? shows the list. Draws nothing else. */
export function Shortcuts({ places }: { readonly places: readonly Place[] }) {
  const router = useRouter();
  const [isListOpen, setIsListOpen] = useState(false);
  const goUntil = useRef(0);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isFreeKey(event)) return;
    if (event.key === '?') setIsListOpen(true);
    const place = event.timeStamp < goUntil.current && places.find(({ key }) => key === event.key);
    goUntil.current = event.key === 'g' ? event.timeStamp + WAIT_MS : 0;
    if (!place) return;
    event.preventDefault();
    router.push(place.href);
  });
  useEffect(() => {
    const showList = () => setIsListOpen(true);
    window.addEventListener('keydown', onKey);
    window.addEventListener(SHOW_SHORTCUTS, showList);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener(SHOW_SHORTCUTS, showList);
    };
  }, []);
  return isListOpen ? <ShortcutsDialog places={places} onClose={() => setIsListOpen(false)} /> : null;
}
