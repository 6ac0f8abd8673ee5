import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** A bookmark to a dashboard that was deleted, or is no longer shared. */
export default function NoSuchDashboard() {
  return (
    <Page title="Dashboard">
      <EmptyState
        title="This dashboard is gone"
        actions={
          <ButtonLink href="/dashboard" variant="primary">
            Open your dashboard
          </ButtonLink>
        }
      >
        It was deleted, or is no longer shared with you.
      </EmptyState>
    </Page>
  );
}
