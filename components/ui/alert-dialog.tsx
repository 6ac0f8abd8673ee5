'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useRef, useState } from 'react';

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

const load = async () => (await import('./alert-dialog-panel')).AlertDialogPanel;
const AlertDialogPanel = dynamic(load, { ssr: false });
const fetchAhead = () => {
  load().catch(() => {});
};

/**
 * Asks before something that has no undo. It closes on Esc and Cancel, not on a click beside it. Its code is fetched
 * when somebody reaches for its trigger.
 */
export function AlertDialog(props: AlertDialogProps) {
  const { trigger, triggerClassName, open, onOpenChange, children, ...panel } = props;
  const [wasOpened, setWasOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        className={triggerClassName}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={() => {
          setWasOpened(true);
          onOpenChange(true);
        }}
      >
        {trigger}
      </button>
      {wasOpened && (
        <AlertDialogPanel {...panel} opener={button} open={open} onOpenChange={onOpenChange}>
          {children}
        </AlertDialogPanel>
      )}
    </>
  );
}
