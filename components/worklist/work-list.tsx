import { Archive, type LucideIcon, MessageCircleWarning, Phone } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { BucketDot } from '@/components/bucket-dot';
import { bucketOf } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import type { Work, WorkKind } from '@/lib/domain/worklist';
import { formatCount, formatMoney } from '@/lib/format';
import { workReason } from '@/lib/work-words';

interface WorkListProps {
  /** Best first. */
  readonly works: readonly Work[];
  /** The customer that the right side shows; null for none. */
  readonly currentId: string | null;
  readonly currency: string;
  readonly today: PlainDate;
  readonly bounds: readonly number[];
  readonly hrefOf: (customerId: string) => Route;
}

/** What each sort of work looks like, and is called. */
const ICONS: Readonly<Record<WorkKind, readonly [icon: LucideIcon, name: string]>> = {
  call: [Phone, 'Call'],
  dispute: [MessageCircleWarning, 'Dispute'],
  decide: [Archive, 'Decide'],
};

/** The customers to see to, best first, each with its reason, what is late and how late. */
export function WorkList({ works, currentId, currency, today, bounds, hrefOf }: WorkListProps) {
  return (
    <ol aria-label="To do">
      {works.map((work) => {
        const { customerId, customer, step, kind } = work;
        const reason = workReason(step, { today, currency });
        const days = 'account' in step ? step.account.oldestDays : step.dispute.oldestDays;
        const [Icon, name] = ICONS[kind];
        const isCurrent = customerId === currentId;
        return (
          <li
            key={'dispute' in step ? step.dispute.disputeId : customerId}
            className="border-b border-border"
          >
            <Link
              href={hrefOf(customerId)}
              data-work-row
              aria-current={isCurrent ? 'true' : undefined}
              className="flex min-h-[58px] items-center gap-3 px-5 py-2 hover:bg-card-2 aria-[current]:bg-primary-soft aria-[current]:shadow-[inset_3px_0_0_var(--primary)] max-md:px-4"
            >
              <Icon aria-hidden className={`size-4 shrink-0 ${isCurrent ? 'text-primary' : 'text-subtle'}`} />
              <span className="sr-only">{name}: </span>
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{customer}</span>
                <span className="block truncate text-meta text-muted-foreground" title={reason}>
                  {reason}
                </span>
              </span>
              <span className="shrink-0 text-right">
                <span className="fig block font-medium">
                  {formatMoney(step.amountMinor, currency, { cents: false })}
                </span>
                <span className="flex items-center justify-end gap-1.5 text-meta text-muted-foreground">
                  <BucketDot index={bucketOf(days, bounds)} buckets={bounds.length + 1} />
                  {days > 0 ? formatCount(days, 'day') : 'not due'}
                </span>
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
