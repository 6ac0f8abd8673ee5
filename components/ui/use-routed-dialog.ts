'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';

/** A dialog that the address asks for: `close` shuts it at once, and then goes to `closeHref`, the page without it. */
export function useRoutedDialog(closeHref: Route): { readonly isOpen: boolean; readonly close: () => void } {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(true);
  const close = () => {
    setIsOpen(false);
    router.replace(closeHref, { scroll: false });
  };
  return { isOpen, close };
}
