import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { CopyPayLink } from '@/components/invoices/copy-pay-link';
import { ListPlace } from '@/components/invoices/list-place';
import { Paper } from '@/components/invoices/paper';
import { paperOf } from '@/components/invoices/paper-of';
import { Steps } from '@/components/invoices/steps';
import { PageKeys } from '@/components/page-keys';
import { Page } from '@/components/shell/page';
import { StatusBadge } from '@/components/status-badge';
import { DownloadButton } from '@/components/ui/download-button';
import { PrintButton } from '@/components/ui/print-button';
import { appOrigin } from '@/lib/app-origin';
import { todayIn } from '@/lib/domain/dates';
import { KIND_NAMES } from '@/lib/domain/documents';
import type { SearchParams } from '@/lib/filters';
import { may } from '@/lib/permissions';
import { route, withParams } from '@/lib/url';
import { Expected } from '../../_expected/expected';
import { ReminderDialog } from '../../_reminders/reminder-dialog';
import { Applied } from './applied';
import { Rail } from './rail';
import { readDocument } from './read';

/** "INV-20399, Brightwater Hotels". */
export async function generateMetadata({
  params,
  searchParams,
}: PageProps<'/invoices/[id]'>): Promise<Metadata> {
  const actor = await requireStaff('books:read');
  const { document } = await readDocument(actor, (await params).id, listOf(await searchParams));
  return { title: `${document.number}, ${document.customerName}` };
}

/** A document as paper, what settled it, and what can be done about it. */
export default async function InvoicePage({ params, searchParams }: PageProps<'/invoices/[id]'>) {
  const actor = await requireStaff('books:read');
  const { org } = actor;
  const given = await searchParams;
  const list = listOf(given);
  const read = await readDocument(actor, (await params).id, list);
  const { document, neighbours, head } = read;
  const { kind, number, currency, status, allocations, items, openMinor } = document;
  if (kind === 'payment') redirect(`/payments/${document.documentId}`);
  const path = route(`/invoices/${document.documentId}`);
  const today = todayIn(org.timeZone);
  const mayWrite = may(actor, 'books:write');
  const isBill = document.amountMinor > 0 && kind !== 'reversal';
  const isPayable = isBill && openMinor > 0;
  const firstDue = (items.find((item) => item.openMinor !== 0) ?? items.at(-1))?.dueOn;
  const settledOn =
    openMinor === 0 ? (allocations.findLast((each) => each.undoneOn === null)?.effectiveOn ?? null) : null;
  return (
    <Page
      title={kind === 'invoice' ? number : `${KIND_NAMES[kind]} ${number}`}
      parents={[{ label: 'Invoices', href: route(list ? `/invoices?${list}` : '/invoices') }]}
      beside={<StatusBadge status={status} />}
      actions={
        <>
          {neighbours && (
            <ListPlace
              neighbours={neighbours}
              hrefOf={(id) => withParams(`/invoices/${id}`, {}, { in: list || null })}
            />
          )}
          {isPayable && <CopyPayLink href={`${appOrigin()}/portal/invoices/${document.documentId}`} />}
          <DownloadButton href={`/exports/documents/${document.documentId}`} label="PDF" />
          <PrintButton />
        </>
      }
    >
      {mayWrite && isPayable && given.remind === '1' && (
        <ReminderDialog
          actor={actor}
          customer={{ id: document.customerId, name: document.customerName }}
          documentIds={[document.documentId]}
          closeHref={withParams(path, given, { remind: null })}
        />
      )}
      <div className="flex flex-1 lg:flex-row-reverse max-lg:flex-col">
        <Rail
          {...read}
          remindHref={withParams(path, given, { remind: 1 })}
          today={today}
          timeZone={org.timeZone}
          bounds={org.bounds}
          mayWrite={mayWrite}
        >
          {isPayable && (
            <Expected
              actor={actor}
              customerId={document.customerId}
              currency={currency}
              today={today}
              documentId={document.documentId}
            />
          )}
        </Rail>
        <div className="flex min-w-0 flex-1 flex-col items-center gap-5 bg-background px-10 py-6 max-md:px-4 print:bg-card print:p-0">
          {isBill && status !== 'void' && firstDue && (
            <Steps
              issuedOn={document.documentDate}
              dueOn={firstDue}
              isSettled={openMinor === 0}
              settledOn={settledOn}
              today={today}
            />
          )}
          <Paper content={paperOf(document, head)} />
          {allocations.length > 0 && <Applied document={document} today={today} mayWrite={mayWrite} />}
        </div>
      </div>
      <PageKeys />
    </Page>
  );
}

/** The list that the invoice was opened from, as its address names it. */
function listOf(params: SearchParams): string {
  return typeof params.in === 'string' ? params.in : '';
}
