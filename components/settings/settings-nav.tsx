'use client';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';

/** The list of the settings: beside the page, or on a narrow screen a strip above it that shows where one is. */
export function SettingsNav({ children }: { readonly children: ReactNode }) {
  const path = usePathname();
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = strip.current?.querySelector<HTMLElement>('[aria-current]');
    if (path && current) strip.current?.scrollTo({ left: current.offsetLeft - 16 });
  }, [path]);
  return (
    <nav
      ref={strip}
      aria-label="Settings"
      className="w-[236px] shrink-0 border-r border-border p-4 max-lg:relative max-lg:w-full max-lg:overflow-x-auto max-lg:border-r-0 max-lg:border-b max-lg:px-4 max-lg:py-2"
    >
      {children}
    </nav>
  );
}
