import { ViewMenu } from '@/components/views/view-menu';
import type { View } from '@/db/queries/views';
import type { Actor } from '@/lib/actor';
import { may } from '@/lib/permissions';
import { uuid7 } from '@/lib/uuid';
import { EditView } from './edit-view';
import { SaveView } from './save-view';

interface ViewBarProps {
  readonly actor: Pick<Actor, 'role'>;
  readonly views: readonly View[];
  /** The page and its parameters, as it writes them itself. */
  readonly address: string;
}

/** The kept views of a page, with the way to keep the present one, or to change it when it is kept already. */
export function ViewBar({ actor, views, address }: ViewBarProps) {
  const [path = '', query = ''] = address.split('?');
  const current = views.find((view) => view.query === query) ?? null;
  return (
    <>
      <ViewMenu path={path} views={views} current={current} />
      {current?.isOwn && <EditView key={current.viewId} view={current} requestIds={[uuid7(), uuid7()]} />}
      {!current && query !== '' && (
        <SaveView
          path={path}
          query={query}
          mayShare={may(actor, 'organization:manage')}
          requestId={uuid7()}
        />
      )}
    </>
  );
}
