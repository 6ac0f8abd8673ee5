'use client';
import { Popover as Base } from '@base-ui/react/popover';
import type { ReactNode, RefObject, SyntheticEvent } from 'react';

interface PopoverPanelProps {
  readonly label: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly side?: 'top' | 'bottom';
  readonly align?: 'start' | 'end';
  readonly className?: string;
  readonly children: ReactNode;
}

/** What `Popover` opens. */
export function PopoverPanel({
  label,
  anchor,
  open,
  onOpenChange,
  side = 'bottom',
  align = 'start',
  className = 'min-w-52',
  children,
}: PopoverPanelProps) {
  const closeOn = (selector: string) => (event: SyntheticEvent) => {
    // Later, because a form that has left the page is not sent.
    if (event.target instanceof Element && event.target.closest(selector)) setTimeout(onOpenChange, 0, false);
  };
  const change = (next: boolean, { event }: Base.Root.ChangeEventDetails) => {
    // A press on the trigger is the trigger's own to answer.
    if (event.target instanceof Node && anchor.current?.contains(event.target)) return;
    onOpenChange(next);
  };
  return (
    <Base.Root open={open} onOpenChange={change} modal="trap-focus">
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 print:hidden"
        >
          <Base.Popup
            aria-label={label}
            finalFocus={() => isFocusFree() && anchor.current}
            onClick={closeOn('a[href], button[data-close]')}
            onSubmit={closeOn('form[data-close]')}
            className={`popup max-w-[calc(100vw-16px)] overflow-y-auto rounded-menu border border-border bg-popover p-1.5 shadow-pop outline-none ${className}`}
          >
            {children}
            <Base.Close className="sr-only">Close</Base.Close>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Whether nothing beside the panel has the focus: what somebody went to while it faded keeps it. */
function isFocusFree(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.closest('.popup') !== null;
}
