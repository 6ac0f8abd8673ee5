import { Page } from '@/components/shell/page';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** A bookmark to a dashboard that was deleted, or is no longer shared. */
export default function NoSuchDashboard() {
  return (
    <Page title="Dashboard">
      <EmptyState
        title="This dashboard is gone"
        actions={
          // oxlint-disable-next-line nextjs/no-html-link-for-pages -- a whole new page: what was not found stays while only parameters change
          <a href="/dashboard" className={buttonClass({ variant: 'primary' })}>
            Open your dashboard
          </a>
        }
      >
        It was deleted, or is no longer shared with you.
      </EmptyState>
    </Page>
  );
}
