'use client';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button, buttonClass } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog-footer';
import { useWork } from './use-work';
import { WorkProgress } from './work-progress';

interface UndoButtonProps {
  readonly importId: string;
  /** With the counts: "Undo the import of 480 invoices?" */
  readonly title: string;
  /** What becomes of what was booked. */
  readonly description: string;
}

/** Takes a booked import back, after asking. */
export function UndoButton({ importId, title, description }: UndoButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const { line, isRunning, follow } = useWork();
  return (
    <AlertDialog
      title={title}
      description={description}
      trigger="Undo this import…"
      triggerClassName={buttonClass({ variant: 'danger' }, 'max-md:h-11 max-md:w-full')}
      open={isOpen && line?.state !== 'done'}
      onOpenChange={setOpen}
    >
      <div className="px-6 pt-4 pb-5 max-md:px-4">
        <WorkProgress line={line} label="Undoing" />
      </div>
      <DialogFooter>
        <Button onClick={() => setOpen(false)}>{isRunning ? 'Close' : 'Keep it'}</Button>
        <Button
          variant="danger"
          pending={isRunning}
          onClick={() => follow({ url: `/import/${importId}/undo`, method: 'POST' })}
        >
          {isRunning ? 'Undoing…' : 'Undo it'}
        </Button>
      </DialogFooter>
    </AlertDialog>
  );
}
