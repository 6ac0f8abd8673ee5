'use client';
import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog-footer';

interface DiscardQuestionProps {
  /** The question, with the name of what would be lost. */
  readonly title: string;
  readonly isAsking: boolean;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

const load = async () => (await import('@/components/ui/alert-dialog-panel')).AlertDialogPanel;
const AlertDialogPanel = dynamic(load, { ssr: false });

/** Asks before what was typed into a dialog is thrown away; drawn inside that dialog. Esc keeps it. */
export function DiscardQuestion({ title, isAsking, onKeep, onDiscard }: DiscardQuestionProps) {
  const nobody = useRef(null);
  return (
    <AlertDialogPanel
      title={title}
      description={<p className="pb-5">Nothing of it is saved yet.</p>}
      opener={nobody}
      open={isAsking}
      onOpenChange={onKeep}
    >
      <DialogFooter>
        <Button onClick={onKeep}>Go on with it</Button>
        <Button variant="danger" onClick={onDiscard}>
          Throw it away
        </Button>
      </DialogFooter>
    </AlertDialogPanel>
  );
}
