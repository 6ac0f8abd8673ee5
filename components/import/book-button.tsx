'use client';
import { Button } from '@/components/ui/button';
import { useWork } from './use-work';
import { WorkProgress } from './work-progress';

interface BookButtonProps {
  readonly importId: string;
  /** "Import 480 invoices", "Import the 478 good rows". */
  readonly label: string;
  /** Whether rows that are wrong are left out. */
  readonly skipsWrong: boolean;
}

/** Books the import, shows how far it is, and then the page shows the outcome. */
export function BookButton({ importId, label, skipsWrong }: BookButtonProps) {
  const { line, isRunning, follow } = useWork();
  const url = `/import/${importId}/book${skipsWrong ? '?refused=skip' : ''}`;
  return (
    <div className="flex flex-col gap-4">
      <div className="max-md:[&>.btn]:h-11 max-md:[&>.btn]:w-full">
        <Button
          variant="primary"
          pending={isRunning || line?.state === 'done'}
          onClick={() => follow({ url, method: 'POST' })}
        >
          {label}
        </Button>
      </div>
      <WorkProgress line={line} label="Importing" />
    </div>
  );
}
