import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { DroppedStrip } from '@/components/dropped-strip';
import { ListToolbar } from '@/components/list-toolbar';
import { Desk } from '@/components/receipts/desk';
import { DeskButton } from '@/components/receipts/desk-button';
import { DeskTable } from '@/components/receipts/desk-table';
import { DeskTotalsStrip } from '@/components/receipts/desk-totals';
import { IgnoreForm } from '@/components/receipts/ignore-form';
import { NoLines } from '@/components/receipts/no-lines';
import { UnreadLines } from '@/components/receipts/unread-lines';
import { Page } from '@/components/shell/page';
import { Kbd } from '@/components/ui/kbd';
import { KeysetPager } from '@/components/ui/keyset-pager';
import type { StaffActor } from '@/lib/actor';
import { type DeskTask, readDeskFilters } from '@/lib/bank/desk-filters';
import { todayIn } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { may } from '@/lib/permissions';
import { type Params, route, withParams } from '@/lib/url';
import { isUuid, uuid7 } from '@/lib/uuid';
import {
  acceptExact,
  acceptLine,
  bookLine,
  ignoreLine,
  returnPayment,
  sameAsPayment,
  undoBatch,
  undoLine,
} from './actions';
import { EditLine } from './edit-line';
import { NameColumns } from './name-columns';
import { type DeskPage, readDesk } from './read';
import { RemoveStatement } from './remove-statement';

export const metadata: Metadata = { title: 'Receipts' };

const DEEDS = {
  acceptExact,
  acceptLine,
  bookLine,
  ignoreLine,
  returnPayment,
  sameAsPayment,
  undoBatch,
  undoLine,
};

/** One statement: its lines, what each most probably is, and booking them. All its state is in the URL. */
export default async function StatementPage({ params, searchParams }: PageProps<'/receipts/[id]'>) {
  const actor = await requireStaff('books:read');
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const { filters, task, dropped } = readDeskFilters(search);
  const found = isUuid(id) ? await readDesk(actor, id, { filters, task }) : null;
  if (!found) notFound();
  const { head, desk } = found;
  const mayWrite = may(actor, 'books:write');
  const path = route(`/receipts/${id}`);
  const { counts } = desk;
  const version = desk.rows.map((line) => `${line.id}${line.decisions.length}`).join();
  if (!head.takenAt)
    return (
      <Frame found={found} mayWrite={mayWrite}>
        {mayWrite && <NameColumns actor={actor} statementId={id} />}
      </Frame>
    );
  return (
    <Desk actions={DEEDS} version={version}>
      <Frame found={found} mayWrite={mayWrite}>
        <DroppedStrip names={dropped} />
        <UnreadLines problems={head.problems} />
        <DeskTotalsStrip totals={desk.totals} />
        <ListToolbar
          path={path}
          params={{ ...withoutTask(search), after: undefined }}
          searchLabel="Find payer, text, account"
          q={filters.q}
          shows={[
            { show: 'open', label: `To do ${formatCount(counts.open)}` },
            { show: 'exact', label: `Exact ${formatCount(counts.exact)}` },
            { show: 'likely', label: `Likely ${formatCount(counts.likely)}` },
            { show: 'choose', label: `Choose ${formatCount(counts.choose)}` },
            { show: 'booked', label: `Booked ${formatCount(counts.booked)}` },
            { show: 'aside', label: `Set aside ${formatCount(counts.aside)}` },
            { show: 'all', label: `All ${formatCount(counts.all)}` },
          ]}
          show={filters.show}
        />
        {desk.rows.length === 0 ? (
          <NoLines path={path} filters={filters} counts={counts} />
        ) : (
          <DeskTable
            desk={desk}
            path={path}
            params={withoutTask(search)}
            today={todayIn(actor.org.timeZone)}
            mayWrite={mayWrite}
            editorOf={(lineId) => editorOf({ actor, found, task, lineId, path, search })}
          />
        )}
        <KeysetPager
          shown={desk.rows.length}
          of={formatCount(desk.total, 'line')}
          firstHref={filters.after === null ? null : withParams(path, withoutTask(search), { after: null })}
          nextHref={desk.next === null ? null : withParams(path, withoutTask(search), { after: desk.next })}
        />
      </Frame>
    </Desk>
  );
}

function withoutTask(search: Params): Params {
  return { ...search, line: undefined, as: undefined };
}

interface Editing {
  readonly actor: StaffActor;
  readonly found: DeskPage;
  readonly task: DeskTask | null;
  readonly lineId: string;
  readonly path: string;
  readonly search: Params;
}

function editorOf({ actor, found, task, lineId, path, search }: Editing) {
  if (task?.lineId !== lineId || !may(actor, 'books:write')) return null;
  const line = found.desk.rows.find(({ id }) => id === lineId);
  if (!line || line.decisions.length > 0) return null;
  const closeHref = withParams(path, withoutTask(search), {});
  if (task.as === 'ignore') return <IgnoreForm lineId={lineId} closeHref={closeHref} />;
  if (!found.shares) return null;
  const { id, currency, amountMinor } = line;
  return (
    <EditLine
      key={`${id} ${task.as}`}
      line={{ id, currency, amountMinor }}
      start={found.shares}
      today={todayIn(actor.org.timeZone)}
      bounds={actor.org.bounds}
      closeHref={closeHref}
    />
  );
}

interface FrameProps {
  readonly found: DeskPage;
  readonly mayWrite: boolean;
  readonly children: React.ReactNode;
}

function Frame({ found: { head, desk }, mayWrite, children }: FrameProps) {
  const { exact } = desk.counts;
  return (
    <Page
      title={head.fileName}
      parents={[{ label: 'Receipts', href: '/receipts' }]}
      actions={
        mayWrite && (
          <>
            {head.isUntouched && <RemoveStatement statementId={head.id} requestId={uuid7()} />}
            {exact > 0 && (
              <DeskButton
                deed={{ do: 'acceptExact', fields: { statementId: head.id } }}
                deskKey="a"
                variant="primary"
              >
                Accept {formatCount(exact)} exact <Kbd>A</Kbd>
              </DeskButton>
            )}
          </>
        )
      }
    >
      {children}
    </Page>
  );
}
