import type { Metadata } from 'next';
import Link from 'next/link';
import { requireStaff } from '@/app/_auth/actor';
import { SettingsPage } from '@/components/settings/settings-page';
import { SettingsSection } from '@/components/settings/settings-section';
import { CopyButton } from '@/components/ui/copy-button';
import { liveConnection } from '@/db/queries/connection';
import { withScope } from '@/db/scope';
import { appOrigin } from '@/lib/app-origin';
import { SOURCES } from '@/lib/sources/sources';
import { uuid7 } from '@/lib/uuid';
import { ConnectForm } from './connect-form';
import { ConnectionDeeds } from './deeds';

export const metadata: Metadata = { title: 'Settings: Connection' };

/** Which books kept elsewhere these follow. */
export default async function ConnectionPage() {
  const actor = await requireStaff('organization:manage');
  const connection = await withScope(actor, 'read', liveConnection);
  const regions = Object.entries(SOURCES.unified.regions);
  const webhookUrl = connection && `${appOrigin()}/api/webhooks/books/${connection.id}`;
  return (
    <SettingsPage role={actor.role}>
      <SettingsSection
        id="connection"
        title="Books kept elsewhere"
        words={
          connection ? (
            <>
              These books follow {connection.system}
              {connection.company !== null && `, ${connection.company}`}, through Unified.to. Nothing is ever
              written there.{' '}
              <Link href="/sync" className="link">
                How the sync goes
              </Link>
            </>
          ) : (
            'Keep invoices and payments in QuickBooks or other books and follow them here, through Unified.to. They are read, and nothing is ever written there.'
          )
        }
      >
        {connection && (
          <div className="mb-6 flex flex-col gap-3">
            {connection.problem !== null && (
              <p role="alert" className="text-destructive">
                {connection.problem}
              </p>
            )}
            <ConnectionDeeds
              connectionId={connection.id}
              system={connection.system}
              requestIds={[uuid7(), uuid7(), uuid7()]}
            />
          </div>
        )}
        <ConnectForm
          account={connection?.account ?? null}
          region={connection?.region ?? null}
          regions={regions}
          requestId={uuid7()}
        />
      </SettingsSection>
      {webhookUrl && (
        <SettingsSection
          id="webhooks"
          title="Webhooks"
          words="Let Unified.to post what changes to this address, and enter your workspace’s secret above. Without them changes come every four hours."
        >
          <p className="flex flex-wrap items-center gap-2">
            <code className="fig min-w-0 break-all">{webhookUrl}</code>
            <CopyButton text={webhookUrl} what="address" />
          </p>
        </SettingsSection>
      )}
    </SettingsPage>
  );
}
