import type { ReactNode } from 'react';

interface DialogFooterProps {
  /** At the left: what will change when it is saved. */
  readonly note?: ReactNode;
  /** At the right: cancel, then the one primary button. */
  readonly children: ReactNode;
}

/** The last row of a dialog, in sight however long its content is. */
export function DialogFooter({ note, children }: DialogFooterProps) {
  return (
    <footer className="sticky bottom-0 mt-auto flex items-center gap-3 border-t border-border bg-popover px-6 py-4 max-md:flex-col max-md:items-stretch max-md:px-4">
      {note && <div className="text-muted-foreground">{note}</div>}
      <span className="ml-auto flex gap-2 max-md:ml-0 max-md:flex-col-reverse max-md:[&>.btn]:h-11">
        {children}
      </span>
    </footer>
  );
}
