'use client';
import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';

interface AlertDialogProps {
  /** What is about to happen, as a question that names the thing and the amount. */
  readonly title: string;
  /** What it means and whether it can be taken back. */
  readonly description: ReactNode;
  readonly trigger: ReactNode;
  readonly triggerClassName: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

/** Asks before something that has no undo. It closes on Esc and Cancel, not on a click beside it. */
export function AlertDialog({
  title,
  description,
  trigger,
  triggerClassName,
  children,
  ...state
}: AlertDialogProps) {
  return (
    <Base.Root {...state}>
      <Base.Trigger className={triggerClassName}>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Backdrop className="backdrop fixed inset-0 z-40 bg-backdrop" />
        <Base.Viewport className="fixed inset-0 z-40 grid items-end md:place-items-center md:p-6">
          <Base.Popup className="dialog flex max-h-dvh w-full flex-col overflow-y-auto bg-popover outline-none max-md:rounded-t-dialog md:w-[480px] md:rounded-dialog md:border md:border-border md:shadow-pop">
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

/** The button of an alert dialog that changes nothing. */
export function AlertDialogCancel({ children = 'Cancel' }: { readonly children?: ReactNode }) {
  return <Base.Close className="btn">{children}</Base.Close>;
}
