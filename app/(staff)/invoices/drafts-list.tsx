import Link from 'next/link';
import { DraftTable } from '@/components/invoices/draft-table';
import { TableKeys } from '@/components/table-keys';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { draftList } from '@/db/queries/draft-invoices';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { formatInstant } from '@/lib/format';
import { may } from '@/lib/permissions';
import { route } from '@/lib/url';
import { isUuid } from '@/lib/uuid';

/** Drafts on one page. */
const DRAFTS_PAGE = 50;

/** Invoices that are being written, the newest first. `after` is the last draft of the page before. */
export async function DraftsList({ actor, after }: { readonly actor: StaffActor; readonly after: string }) {
  const afterId = isUuid(after) ? after : null;
  const { rows, next } = await withScope(actor, 'read', (tx) =>
    draftList(tx, {}, { limit: DRAFTS_PAGE, afterId }),
  );
  const { currency, timeZone } = actor.org;
  if (rows.length === 0)
    return (
      <EmptyState title="No drafts">
        An invoice is saved while it is written, and stands here until it is posted or thrown away.
      </EmptyState>
    );
  return (
    <>
      <TableKeys />
      <DraftTable
        rows={rows}
        currency={currency}
        when={(at) => formatInstant(at, timeZone, todayIn(timeZone))}
        mayWrite={may(actor, 'books:write')}
      />
      {next && (
        <nav aria-label="Pages" className="flex justify-end px-5 py-2.5">
          <Link
            href={route(`/invoices?show=draft&after=${next}`)}
            rel="next"
            className={buttonClass({ size: 'sm' })}
          >
            Next page
          </Link>
        </nav>
      )}
    </>
  );
}
