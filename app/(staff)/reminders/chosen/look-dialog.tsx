'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { ReminderCopy } from '@/components/reminders/reminder-copy';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { DialogFooter } from '@/components/ui/dialog-footer';
import type { DrawnReminder } from '../../_reminders/read';

interface LookDialogProps {
  readonly customer: string;
  readonly preview: DrawnReminder;
  readonly closeHref: Route;
}

/** The mail of one customer as it would go now, without a note, over the list that it was opened from. */
export function LookDialog({ customer, preview, closeHref }: LookDialogProps) {
  const router = useRouter();
  const close = () => router.replace(closeHref, { scroll: false });
  return (
    <Dialog title="Reminder" about={customer} open onOpenChange={close} size="md">
      <div className="flex flex-col gap-4 overflow-y-auto px-6 py-4 max-md:px-4">
        <ReminderCopy {...preview} />
      </div>
      <DialogFooter>
        <Button onClick={close}>Close</Button>
      </DialogFooter>
    </Dialog>
  );
}
