import { forecastOrWhy } from '@/app/_cash/forecast-or-why';
import { AgingWidget } from '@/components/dashboard/aging-widget';
import { BalancesWidget } from '@/components/dashboard/balances-widget';
import { CashWidget } from '@/components/dashboard/cash-widget';
import { DaysWidget } from '@/components/dashboard/days-widget';
import { DisputesWidget } from '@/components/dashboard/disputes-widget';
import { DueCashWidget } from '@/components/dashboard/due-cash-widget';
import { FiguresWidget } from '@/components/dashboard/figures-widget';
import { HealthWidget } from '@/components/dashboard/health-widget';
import { KeepingWidget } from '@/components/dashboard/keeping-widget';
import type { WidgetMoment } from '@/components/dashboard/moment';
import { OwnersWidget } from '@/components/dashboard/owners-widget';
import { PromisesWidget } from '@/components/dashboard/promises-widget';
import { ProvisionWidget } from '@/components/dashboard/provision-widget';
import { SlippingWidget } from '@/components/dashboard/slipping-widget';
import { SyncWidget } from '@/components/dashboard/sync-widget';
import { CeiWidget, DsoWidget } from '@/components/dashboard/trend-widgets';
import type { Actor } from '@/lib/actor';
import type { DashboardView } from '@/lib/dashboard-view';
import type { WidgetId } from '@/lib/domain/dashboard-layout';
import type { SearchParams } from '@/lib/filters';
import { may } from '@/lib/permissions';
import { withParams } from '@/lib/url';
import type { ReadPart } from './read';

interface WidgetProps {
  readonly id: WidgetId;
  readonly read: ReadPart;
  readonly actor: Pick<Actor, 'role'>;
  readonly at: WidgetMoment;
  readonly view: DashboardView;
  readonly params: SearchParams;
}

/** One widget, once what it is drawn from has been read. */
export async function Widget({ id, read, actor, at, view, params }: WidgetProps) {
  switch (id) {
    case 'figures':
      return <FiguresWidget figures={await read('figures')} at={at} />;
    case 'aging':
      return (
        <AgingWidget
          report={await read('aging')}
          at={at}
          drawnAs={view.agingAs}
          drawnAsHref={(how) => withParams('/dashboard', params, { aging: how === 'bars' ? null : how })}
        />
      );
    case 'largest-balances':
      return <BalancesWidget report={await read('aging')} at={at} />;
    case 'cash-expected':
      return <Cash read={read} at={at} />;
    case 'payment-days':
      return <DaysWidget paid={await read('paymentDays')} at={at} />;
    case 'promises':
      return <PromisesWidget promises={await read('promises')} at={at} />;
    case 'disputes':
      return <DisputesWidget disputes={await read('disputes')} at={at} />;
    case 'customer-health':
      return <HealthWidget list={await read('health')} at={at} />;
    case 'slipping':
      return <SlippingWidget customers={await read('slipping')} at={at} />;
    case 'aging-by-owner':
      return <OwnersWidget owners={await read('owners')} at={at} />;
    case 'dso':
      return <DsoWidget figures={await read('figures')} at={at} />;
    case 'cei':
      return <CeiWidget figures={await read('figures')} at={at} />;
    case 'provision':
      return <ProvisionWidget provision={await read('provision')} at={at} />;
    case 'sync-health':
      return <Keeping read={read} at={at} actor={actor} />;
  }
}

async function Keeping({ read, at, actor }: Pick<WidgetProps, 'read' | 'at' | 'actor'>) {
  const keeping = await read('keeping');
  if (keeping.sync) return <SyncWidget sync={keeping.sync} at={at} />;
  return <KeepingWidget keeping={keeping} at={at} mayImport={may(actor, 'books:import')} />;
}

/** What is known of cash stands even when the forecast comes too late, or not at all. */
async function Cash({ read, at }: Pick<WidgetProps, 'read' | 'at'>) {
  const reading = forecastOrWhy(read('forecast'));
  const cash = await read('cash');
  const { forecast, missing } = await reading;
  if (missing) return <DueCashWidget cash={cash} missing={missing} at={at} />;
  return <CashWidget cash={cash} forecast={forecast} at={at} />;
}
