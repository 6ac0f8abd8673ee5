'use client';
import { createContext, type ReactNode, use } from 'react';

/** How to close the dialog around. */
export const CloseDialog = createContext(() => {});

/** A button that closes the dialog around it: Cancel. */
export function DialogClose({ children = 'Cancel' }: { readonly children?: ReactNode }) {
  return (
    <button type="button" className="btn" onClick={use(CloseDialog)}>
      {children}
    </button>
  );
}
