import { Banknote, Copy, type LucideIcon, Repeat, Send, Undo2 } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ClaimBadges } from '@/components/customers/claim-badges';
import { DeedForm } from '@/components/forms/deed-form';
import { HistoryList } from '@/components/invoices/history-list';
import { Late } from '@/components/late';
import { ButtonLink } from '@/components/ui/button';
import type { Claims } from '@/db/queries/claims';
import type { DocumentDeed } from '@/db/queries/document-deeds';
import type { DocumentDetail } from '@/db/queries/documents';
import { documentHistory, type HistoryEntry } from '@/lib/document-history';
import { documentHref } from '@/lib/document-href';
import { bucketLabels, bucketOf, daysPastDue } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { KIND_NAMES } from '@/lib/domain/documents';
import { type Minor, toMinor } from '@/lib/domain/money';
import { settlementOf } from '@/lib/domain/settlement';
import type { WriteOffLimit } from '@/lib/domain/write-off-limit';
import { formatColumn, formatMoney } from '@/lib/format';
import { route } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { RemindDeeds } from '../../_reminders/remind-deeds';
import { Settlements } from '../../_settlements/settlements';
import { mailInvoice } from '../actions';
import { PageHints } from './page-hints';
import { VoidDocument } from './void-document';

interface RailProps {
  readonly document: DocumentDetail;
  readonly claims: Claims | undefined;
  readonly deeds: readonly DocumentDeed[];
  /** What was asked of it and answered. */
  readonly said: readonly HistoryEntry[];
  readonly remindHref: Route;
  readonly limit: WriteOffLimit;
  readonly today: PlainDate;
  readonly timeZone: string;
  readonly bounds: readonly number[];
  readonly mayWrite: boolean;
  readonly children: ReactNode;
}

/** Beside the paper: what is still owed and how late, then its children, the sums, what happened, and what can be done with it. */
export function Rail({
  document,
  claims,
  deeds,
  said,
  remindHref,
  limit,
  today,
  timeZone,
  bounds,
  mayWrite,
  children,
}: RailProps) {
  const { kind, currency, customerId, openMinor, amountMinor, items, reason, reverses, status } = document;
  const isDebit = amountMinor >= 0;
  const due = items.find((item) => item.openMinor > 0)?.dueOn;
  const customerHref = route(`/customers/${customerId}`);
  const open = toMinor(Math.abs(openMinor));
  return (
    <aside
      aria-label={`This ${KIND_NAMES[kind].toLowerCase()}`}
      className="flex w-[352px] shrink-0 lg:max-xl:w-[296px] flex-col gap-6 border-border px-6 py-6 max-lg:w-full max-lg:border-b max-md:px-4 lg:border-l print:hidden"
    >
      <section>
        <h2 className="text-meta font-normal tracking-normal text-muted-foreground">
          {isDebit ? 'Still owed' : 'Still to be applied'}
        </h2>
        <p className="fig text-hero font-semibold tracking-[-.022em]">{formatMoney(open, currency)}</p>
        <p className="mt-0.5 flex flex-wrap items-center gap-2">
          {due && <Age days={daysPastDue(due, today)} bounds={bounds} />}
          <ClaimBadges claims={claims} currency={currency} today={today} />
        </p>
        <p className="mt-2">
          <Link href={customerHref} className="link">
            {document.customerName}
          </Link>
        </p>
        {reason && <p className="mt-2 text-muted-foreground">{reason}</p>}
        {reverses && (
          <p className="mt-2 text-muted-foreground">
            Takes back{' '}
            <Link href={documentHref(reverses)} className="link">
              {KIND_NAMES[reverses.kind].toLowerCase()} {reverses.number}
            </Link>
          </p>
        )}
        {mayWrite && open > 0 && (
          <ButtonLink
            href={
              isDebit
                ? route(`${customerHref}?pay=1&currency=${currency}`)
                : route(`${customerHref}?apply=${items[0]?.itemId ?? ''}`)
            }
            variant="primary"
            data-page-key="p"
            className="mt-4 w-full max-md:h-11"
          >
            <Banknote aria-hidden />
            {isDebit ? 'Record payment' : 'Apply it'}
          </ButtonLink>
        )}
        {mayWrite && isDebit && open > 0 && (
          <RemindDeeds
            documentId={document.documentId}
            customerId={customerId}
            requestId={uuid7()}
            remindHref={remindHref}
          />
        )}
      </section>
      {children}
      {isDebit && status !== 'void' && <Sums document={document} />}
      <HistoryList entries={documentHistory(document, deeds, said)} today={today} timeZone={timeZone} />
      {mayWrite && <Settlements document={document} limit={limit} today={today} />}
      {mayWrite && <Deeds document={document} />}
      {mayWrite && isDebit && open > 0 && <PageHints />}
    </aside>
  );
}

/** What can be done with a document besides paying it. */
function Deeds({ document }: { readonly document: DocumentDetail }) {
  const { kind, number, currency, amountMinor, status } = document;
  const canVoid = status !== 'void' && (kind === 'invoice' || kind === 'credit_memo');
  if (!canVoid && kind !== 'invoice') return null;
  return (
    <section className="flex flex-wrap items-center gap-x-1 gap-y-2 border-t border-border pt-4">
      {kind === 'invoice' && (
        <>
          {status !== 'void' && (
            <Deed href={route(`/invoices/${document.documentId}/credit`)} icon={Undo2} label="Credit lines" />
          )}
          {status !== 'void' && (
            <DeedForm
              action={mailInvoice}
              values={{ documentId: document.documentId }}
              requestId={uuid7()}
              variant="ghost"
            >
              <Send aria-hidden />
              Send by e-mail
            </DeedForm>
          )}
          <Deed href={route(`/invoices/new?copy=${document.documentId}`)} icon={Copy} label="Duplicate" />
          <Deed href={route(`/recurring/new?invoice=${document.documentId}`)} icon={Repeat} label="Repeat" />
        </>
      )}
      {canVoid && (
        <VoidDocument
          documentId={document.documentId}
          kind={kind}
          number={number}
          amount={formatMoney(toMinor(Math.abs(amountMinor)), currency)}
          requestId={uuid7()}
        />
      )}
    </section>
  );
}

interface DeedProps {
  readonly href: Route;
  readonly icon: LucideIcon;
  readonly label: string;
}

function Deed({ href, icon: Icon, label }: DeedProps) {
  return (
    <ButtonLink href={href} variant="ghost" size="sm" className="max-md:h-11">
      <Icon aria-hidden />
      {label}
    </ButtonLink>
  );
}

function Age({ days, bounds }: { readonly days: number; readonly bounds: readonly number[] }) {
  return (
    <span>
      <Late days={days} bounds={bounds} />
      {days > 0 && (
        <span className="ml-2 text-subtle">bucket {bucketLabels(bounds)[bucketOf(days, bounds)]}</span>
      )}
    </span>
  );
}

function Sums({ document }: { readonly document: DocumentDetail }) {
  const { currency, amountMinor, openMinor, allocations } = document;
  const { paidMinor, creditedMinor } = settlementOf(allocations);
  const rows: readonly (readonly [string, Minor])[] = [
    ['Invoiced', amountMinor],
    ['Paid', paidMinor],
    ['Credited', creditedMinor],
  ];
  return (
    <section>
      <h2 className="mb-2 text-body">Money, {currency}</h2>
      <dl className="fig grid grid-cols-[1fr_auto] gap-y-1.5 [&_dd]:text-right">
        {rows.map(([label, amount]) => (
          <div key={label} className="contents">
            <dt className="text-muted-foreground">{label}</dt>
            <dd className={amount === 0 ? 'text-subtle' : ''}>{formatColumn(amount, currency)}</dd>
          </div>
        ))}
        <dt className="border-t border-border pt-1.5 font-medium">Open</dt>
        <dd className="border-t border-border pt-1.5 font-medium">{formatColumn(openMinor, currency)}</dd>
      </dl>
    </section>
  );
}
