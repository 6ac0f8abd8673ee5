'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useRef, useState } from 'react';

interface DialogProps {
  readonly title: ReactNode;
  /** Beside the title: whom or what it is about. */
  readonly about?: ReactNode;
  /** Given, the parent decides when it is open. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** What a button that opens it shows, with its classes (`buttonClass`). */
  readonly trigger?: ReactNode;
  readonly triggerClassName?: string;
  /** 440, 640 or 960 px wide; a phone gives it the whole screen. */
  readonly size?: 'sm' | 'md' | 'lg';
  readonly children: ReactNode;
}

const load = async () => (await import('./dialog-panel')).DialogPanel;
const DialogPanel = dynamic(load, { ssr: false });
const fetchAhead = () => {
  load().catch(() => {});
};

/**
 * Something to do before going on: holds the focus, closes on Esc, the close button or the backdrop, gives the focus
 * back. Its code is fetched when it opens, or when somebody reaches for its trigger.
 */
export function Dialog({ open, onOpenChange, trigger, triggerClassName, children, ...panel }: DialogProps) {
  const [isOpenHere, setIsOpenHere] = useState(false);
  const [wasOpened, setWasOpened] = useState(open ?? false);
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = open ?? isOpenHere;
  if (isOpen && !wasOpened) setWasOpened(true);
  const change = (next: boolean) => {
    setIsOpenHere(next);
    onOpenChange?.(next);
  };
  return (
    <>
      {trigger && (
        <button
          ref={button}
          type="button"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          className={triggerClassName}
          onPointerEnter={fetchAhead}
          onFocus={fetchAhead}
          onClick={() => change(true)}
        >
          {trigger}
        </button>
      )}
      {wasOpened && (
        <DialogPanel {...panel} opener={button} open={isOpen} onOpenChange={change}>
          {children}
        </DialogPanel>
      )}
    </>
  );
}
