import { LazyManageDialog, LazyNewDialog } from '@/components/dashboard/dialogs/lazy-dialogs';
import type { Dashboard } from '@/db/queries/dashboards';
import type { Actor } from '@/lib/actor';
import type { DashboardView } from '@/lib/dashboard-view';
import type { SearchParams } from '@/lib/filters';
import { may } from '@/lib/permissions';
import { uuid7 } from '@/lib/uuid';
import { create, remove, rename, share } from './actions';

interface DialogsProps extends Pick<DashboardView, 'dialog'> {
  readonly current: Dashboard | null;
  readonly actor: Pick<Actor, 'role'>;
  readonly params: SearchParams;
}

/** The dialog about dashboards that the address asks for; nothing when it asks for none. */
export function DashboardDialogs({ dialog, current, actor, params }: DialogsProps) {
  if (dialog === 'new') return <LazyNewDialog create={create} requestId={uuid7()} params={params} />;
  if (dialog !== 'manage' || !current?.isOwn) return null;
  return (
    <LazyManageDialog
      dashboard={current}
      rename={rename}
      share={may(actor, 'organization:manage') ? share : null}
      remove={remove}
      requestIds={[uuid7(), uuid7(), uuid7()]}
      params={params}
    />
  );
}
