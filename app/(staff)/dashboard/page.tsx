import { LayoutGrid } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type ReactNode, Suspense } from 'react';
import { requireStaff } from '@/app/_auth/actor';
import { NobodyOwes } from '@/components/aging/nobody-owes';
import { AsOfControl } from '@/components/as-of-control';
import { AsOfStrip } from '@/components/as-of-strip';
import { CurrencyStrip, CurrencySwitch } from '@/components/currency-switch';
import { EditKey } from '@/components/dashboard/edit-key';
import { widgetMoment } from '@/components/dashboard/moment';
import { Switcher } from '@/components/dashboard/switcher';
import { WidgetGrid } from '@/components/dashboard/widget-grid';
import { WidgetSkeleton } from '@/components/dashboard/widget-skeleton';
import { DroppedStrip } from '@/components/dropped-strip';
import { LiveUpdates } from '@/components/live-updates';
import { PartBoundary } from '@/components/part-boundary';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { DownloadButton } from '@/components/ui/download-button';
import { hasDocuments } from '@/db/queries/any-document';
import { currenciesInUse } from '@/db/queries/currencies';
import { partsOf } from '@/db/queries/dashboard-data';
import { dashboardList } from '@/db/queries/dashboards';
import { lastActivity } from '@/db/queries/last-activity';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { chosenDashboard } from '@/lib/chosen-dashboard';
import { type DashboardView, readDashboardView } from '@/lib/dashboard-view';
import { WIDGET_TITLES } from '@/lib/dashboard-widgets';
import { DEFAULT_LAYOUT, type WidgetId } from '@/lib/domain/dashboard-layout';
import { todayIn } from '@/lib/domain/dates';
import { may } from '@/lib/permissions';
import { withParams } from '@/lib/url';
import { Arrange } from './arrange';
import { DashboardDialogs } from './dialogs';
import { partReader } from './read';
import { Widget } from './widget';

export const metadata: Metadata = { title: 'Dashboard' };

/** The widgets that somebody arranged, of one day and currency. All its state but the layout is in the URL. */
export default async function DashboardPage({ searchParams }: PageProps<'/dashboard'>) {
  const actor = await requireStaff('books:read');
  const params = await searchParams;
  const today = todayIn(actor.org.timeZone);
  const { view, dropped } = readDashboardView(params, actor.org, today);
  const { dashboards, currencies, last, isBlank } = await read(actor, view);
  const current = chosenDashboard(dashboards, view.dashboardId);
  if (current === undefined) notFound();
  const layout = current?.layout ?? DEFAULT_LAYOUT;
  const at = widgetMoment(view.filters, { today, timeZone: actor.org.timeZone });
  const shared = { read: partReader(actor, partsOf(layout), view.filters), actor, at, view, params };
  const widgetOf = (id: WidgetId): ReactNode => (
    <PartBoundary key={id} title={WIDGET_TITLES[id]}>
      <Suspense fallback={<WidgetSkeleton id={id} title={WIDGET_TITLES[id]} />}>
        <Widget id={id} {...shared} />
      </Suspense>
    </PartBoundary>
  );
  if (view.isEditing)
    return (
      <Arrange
        current={current}
        layout={layout}
        contents={Object.fromEntries(layout.map(({ id }) => [id, widgetOf(id)]))}
        params={params}
      />
    );
  const { asOf, currency } = view.filters;
  const choice = { currencies, currency, path: '/dashboard', params } as const;
  return (
    <Page
      title="Dashboard"
      beside={<Switcher dashboards={dashboards} current={current} params={params} />}
      actions={
        <>
          <CurrencySwitch {...choice} />
          <AsOfControl asOf={asOf} today={today} path="/dashboard" params={params} />
          {may(actor, 'books:export') && (
            <DownloadButton
              href={withParams('/exports/dashboard', params, { edit: null, dialog: null, aging: null })}
              label="PDF"
              className="max-md:hidden"
            />
          )}
          <EditLink params={params} />
        </>
      }
    >
      <AsOfStrip asOf={asOf} today={today} todayHref={withParams('/dashboard', params, { asOf: null })} />
      <DroppedStrip names={dropped} />
      <LiveUpdates sequence={last.sequence} />
      <CurrencyStrip {...choice} />
      {isBlank ? (
        <NobodyOwes
          isFiltered={false}
          knownAt={null}
          asOf={asOf}
          today={today}
          clearHref={withParams('/dashboard', params, {})}
          mayImport={may(actor, 'books:import')}
        />
      ) : (
        <WidgetGrid layout={layout} widgetOf={widgetOf} />
      )}
      <DashboardDialogs dialog={view.dialog} current={current} actor={actor} params={params} />
    </Page>
  );
}

function EditLink({ params }: { readonly params: Awaited<PageProps<'/dashboard'>['searchParams']> }) {
  const href = withParams('/dashboard', params, { edit: '1', dialog: null });
  return (
    <>
      <EditKey href={href} />
      <ButtonLink href={href} data-edit-layout size="sm" className="max-md:size-9! max-md:px-0!">
        <LayoutGrid aria-hidden />
        <span className="max-md:sr-only">Edit layout</span>
      </ButtonLink>
    </>
  );
}

/** Which dashboards there are, in which currencies anything is open, and whether there is nothing to draw yet. */
function read(actor: StaffActor & { readonly userId: string }, { filters }: DashboardView) {
  return withScope(actor, 'read', async (tx) => ({
    dashboards: await dashboardList(tx, actor.userId),
    currencies: await currenciesInUse(tx, filters),
    last: await lastActivity(tx),
    isBlank: !(await hasDocuments(tx, filters.asOf)),
  }));
}
