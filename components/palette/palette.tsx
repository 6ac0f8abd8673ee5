'use client';
import dynamic from 'next/dynamic';
import { useEffect, useEffectEvent, useState } from 'react';
import { OPEN_PALETTE, REACH_PALETTE } from './palette-button';
import type { PalettePlace } from './standing-entries';

interface PaletteProps {
  readonly places: readonly PalettePlace[];
  /** Whether to offer what only those who record may do. */
  readonly mayWrite: boolean;
}

const load = async () => (await import('./palette-panel')).PalettePanel;
const PalettePanel = dynamic(load, { ssr: false });

/** Listens for ⌘K and Ctrl+K on every page, and shows the palette. Its code is fetched when somebody reaches for it. */
export function Palette(props: PaletteProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const show = useEffectEvent(() => {
    setWasOpened(true);
    setIsOpen(true);
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isAsked = (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey && event.key === 'k';
    if (!isAsked || document.querySelector('[role=alertdialog]')) return;
    event.preventDefault();
    show();
  });
  useEffect(() => {
    const reach = () => void load().catch(() => {});
    const open = () => show();
    window.addEventListener('keydown', onKey);
    window.addEventListener(OPEN_PALETTE, open);
    window.addEventListener(REACH_PALETTE, reach);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener(OPEN_PALETTE, open);
      window.removeEventListener(REACH_PALETTE, reach);
    };
  }, []);
  return wasOpened ? <PalettePanel {...props} open={isOpen} onOpenChange={setIsOpen} /> : null;
}
