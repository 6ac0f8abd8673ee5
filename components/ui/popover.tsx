'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useRef, useState } from 'react';

interface PopoverProps {
  /** The name of what opens, for a screen reader. */
  readonly label: string;
  /** What the trigger button shows. */
  readonly trigger: ReactNode;
  readonly triggerClassName: string;
  /** The trigger's own name, when it shows an icon alone. */
  readonly triggerLabel?: string;
  readonly side?: 'top' | 'bottom';
  readonly align?: 'start' | 'end';
  readonly className?: string;
  readonly children: ReactNode;
}

const load = async () => (await import('./popover-panel')).PopoverPanel;
const PopoverPanel = dynamic(load, { ssr: false });
const fetchAhead = () => {
  load().catch(() => {});
};

/**
 * A small panel that opens from its trigger, holds the focus, and gives it back on Esc. A link inside closes it, and
 * so does a form or a button that carries `data-close`. Its code is fetched when somebody reaches for the trigger.
 */
export function Popover({ trigger, triggerClassName, triggerLabel, ...panel }: PopoverProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={triggerLabel}
        className={triggerClassName}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={() => {
          setWasOpened(true);
          setIsOpen(!isOpen);
        }}
      >
        {trigger}
      </button>
      {wasOpened && <PopoverPanel {...panel} anchor={button} open={isOpen} onOpenChange={setIsOpen} />}
    </>
  );
}
