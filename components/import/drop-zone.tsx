'use client';
import { type DragEvent, type ReactNode, useState } from 'react';

interface DropZoneProps {
  readonly onFile: (file: File | undefined) => void;
  readonly children: ReactNode;
}

/** A place to drop a file on. What stands in it does the same by keyboard. */
export function DropZone({ onFile, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the button inside does the same by keyboard
    <div
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`mt-3 flex flex-col items-center gap-3 rounded-panel border border-dashed px-6 py-8 text-center ${isOver ? 'border-primary bg-primary-soft' : 'border-input'}`}
    >
      {children}
    </div>
  );
}
