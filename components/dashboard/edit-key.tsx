'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { isFreeKey } from '@/components/keys';

/** E opens the page for arranging. Draws nothing. */
export function EditKey({ href }: { readonly href: Route }) {
  const router = useRouter();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'e' && isFreeKey(event)) router.push(href);
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return null;
}
