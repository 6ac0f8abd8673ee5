'use client';
import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import type { ReactNode, RefObject } from 'react';

interface AlertDialogPanelProps {
  readonly title: string;
  readonly description: ReactNode;
  /** Where the focus goes afterwards. */
  readonly opener: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

/** What `AlertDialog` opens. */
export function AlertDialogPanel(props: AlertDialogPanelProps) {
  const { title, description, opener, open, onOpenChange, children } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="backdrop fixed inset-0 z-40 bg-backdrop" />
        <Base.Viewport className="fixed inset-0 z-40 grid items-end md:place-items-center md:p-6">
          <Base.Popup
            finalFocus={opener}
            className="dialog flex max-h-dvh w-full flex-col overflow-y-auto bg-popover outline-none max-md:rounded-t-dialog md:w-[480px] md:rounded-dialog md:border md:border-border md:shadow-pop"
          >
            <div className="px-6 pt-5 max-md:px-4">
              <Base.Title className="text-[16px] leading-6">{title}</Base.Title>
              <Base.Description className="mt-1 text-muted-foreground" render={<div />}>
                {description}
              </Base.Description>
            </div>
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
