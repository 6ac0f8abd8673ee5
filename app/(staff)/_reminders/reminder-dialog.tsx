import type { Route } from 'next';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { uuid7 } from '@/lib/uuid';
import { readPreview } from './read';
import { Remind } from './remind';

interface ReminderDialogProps {
  readonly actor: StaffActor;
  readonly customer: { readonly id: string; readonly name: string };
  /** None: everything that is late. */
  readonly documentIds: readonly string[];
  readonly closeHref: Route;
}

/** The dialog that reminds a customer by hand, with the mail as it would go now. A page draws it while its address says `remind=1`. */
export async function ReminderDialog({ actor, customer, documentIds, closeHref }: ReminderDialogProps) {
  const on = todayIn(actor.org.timeZone);
  const preview = await readPreview(actor, { customerId: customer.id, documentIds, note: '', on });
  return (
    <Remind
      customer={customer}
      documentIds={documentIds}
      preview={preview}
      requestId={uuid7()}
      closeHref={closeHref}
    />
  );
}
