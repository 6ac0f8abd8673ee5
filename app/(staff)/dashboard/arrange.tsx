import type { ReactNode } from 'react';
import { LazyEditor } from '@/components/dashboard/edit/lazy-editor';
import type { Dashboard } from '@/db/queries/dashboards';
import { DEFAULT_LAYOUT, type PlacedWidget, WIDGETS, type WidgetId } from '@/lib/domain/dashboard-layout';
import type { SearchParams } from '@/lib/filters';
import { uuid7 } from '@/lib/uuid';
import { arrange } from './actions';

/** What a dashboard is called that somebody makes by arranging the standard one. */
const OWN_NAME = 'My dashboard';

interface ArrangeProps {
  readonly current: Dashboard | null;
  readonly layout: readonly PlacedWidget[];
  readonly contents: Readonly<Partial<Record<WidgetId, ReactNode>>>;
  readonly params: SearchParams;
}

/** The dashboard to be arranged. Who arranges one that is not the own gets one that is. */
export function Arrange({ current, layout, contents, params }: ArrangeProps) {
  const isOwn = current?.isOwn ?? false;
  const of = `${current?.dashboardId ?? ''} ${current?.version ?? 0}`;
  return (
    <LazyEditor
      key={of}
      of={of}
      dashboardId={isOwn && current ? current.dashboardId : null}
      name={current?.name ?? OWN_NAME}
      version={current?.version ?? 1}
      layout={layout}
      offered={WIDGETS}
      standard={DEFAULT_LAYOUT}
      contents={contents}
      save={arrange}
      requestId={uuid7()}
      params={params}
    />
  );
}
