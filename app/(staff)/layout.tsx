import { type ReactNode, Suspense } from 'react';
import { signOut } from '@/app/_auth/actions';
import { requireStaff } from '@/app/_auth/actor';
import { CountBoundary } from '@/components/shell/count-boundary';
import { Shell } from '@/components/shell/shell';
import { preferenceOf } from '@/db/queries/preferences';
import { withScope } from '@/db/scope';
import { OWN_TASTE, readOwnTaste } from '@/lib/own-taste';
import { NavCount } from './nav-count';
import { Synced } from './synced';

/** Every page of the staff stands in the shell, and only for somebody who may read the books. */
export default async function StaffLayout({ children }: Readonly<{ children: ReactNode }>) {
  const actor = await requireStaff('books:read');
  const taste = readOwnTaste(await withScope(actor, 'read', (tx) => preferenceOf(tx, actor, OWN_TASTE)));
  return (
    <Shell
      actor={actor}
      taste={taste}
      signOut={signOut}
      counts={{
        '/worklist': (
          <CountBoundary>
            <Suspense>
              <NavCount actor={actor} of="work" />
            </Suspense>
          </CountBoundary>
        ),
        '/payments': (
          <CountBoundary>
            <Suspense>
              <NavCount actor={actor} of="unapplied" />
            </Suspense>
          </CountBoundary>
        ),
      }}
      freshness={
        <CountBoundary>
          <Suspense>
            <Synced actor={actor} />
          </Suspense>
        </CountBoundary>
      }
    >
      {children}
    </Shell>
  );
}
