import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ActivityChain } from '@/db/queries/activity-chain';
import { formatCount } from '@/lib/format';

/** Whether the entries are as they were written, computed from their hashes. */
export function ChainLine({ chain: { entries, checked, brokenAt } }: { readonly chain: ActivityChain }) {
  const count = formatCount(entries, 'entry', 'entries');
  if (brokenAt !== null)
    return (
      <p role="alert" className="flex items-center gap-2 text-destructive">
        <CircleAlert aria-hidden className="size-4 shrink-0" />
        The chain of {count} is broken at entry {formatCount(brokenAt)}: somebody changed or removed what was
        written. Run “verify”.
      </p>
    );
  return (
    <p
      className="flex items-center gap-2"
      title="Each entry carries the hash of the one before it: none can be edited or deleted unseen."
    >
      <CircleCheck aria-hidden className="size-4 shrink-0 text-positive" />
      {checked < entries
        ? `The newest ${formatCount(checked)} of ${count} are whole`
        : `Chain of ${count} is whole`}
    </p>
  );
}
