import { DraftTable } from '@/components/invoices/draft-table';
import { ListFrame } from '@/components/list-frame';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { draftList } from '@/db/queries/draft-invoices';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { readDraftFilters } from '@/lib/draft-filters';
import type { SearchParams } from '@/lib/filters';
import { formatInstant } from '@/lib/format';
import { may } from '@/lib/permissions';
import { INVOICE_SHOWS } from './shows';

/** Drafts on one page. */
const DRAFTS_PAGE = 50;

/** Invoices that are being written, the newest first. */
export async function DraftsList({
  actor,
  params,
}: {
  readonly actor: StaffActor;
  readonly params: SearchParams;
}) {
  const { q, after, dropped } = readDraftFilters(params);
  const { rows, count, next } = await withScope(actor, 'read', (tx) =>
    draftList(tx, { q }, { limit: DRAFTS_PAGE, afterId: after }),
  );
  const { currency, timeZone } = actor.org;
  return (
    <ListFrame
      path="/invoices"
      params={q ? { show: 'draft', q } : { show: 'draft' }}
      dropped={dropped}
      searchLabel="Find customer, line, number"
      q={q}
      shows={INVOICE_SHOWS}
      show="draft"
      noun="draft"
      shown={rows.length}
      count={count}
      isFirst={after === null}
      next={next}
    >
      {rows.length > 0 ? (
        <DraftTable
          rows={rows}
          currency={currency}
          when={(at) => formatInstant(at, timeZone, todayIn(timeZone))}
          mayWrite={may(actor, 'books:write')}
        />
      ) : q ? (
        <EmptyState
          title="No draft matches"
          actions={<ButtonLink href="/invoices?show=draft">Show all drafts</ButtonLink>}
        >
          {`No customer, line or number of a draft contains “${q}”.`}
        </EmptyState>
      ) : (
        <EmptyState title="No drafts">
          An invoice is saved while it is written, and stands here until it is posted or thrown away.
        </EmptyState>
      )}
    </ListFrame>
  );
}
