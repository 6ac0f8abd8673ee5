import type { Metadata } from 'next';
import Link from 'next/link';
import { requireStaff } from '@/app/_auth/actor';
import { SettingsPage } from '@/components/settings/settings-page';
import { SettingsSection } from '@/components/settings/settings-section';
import { Badge } from '@/components/ui/badge';
import { type Webhook, webhookList } from '@/db/queries/webhooks';
import { withScope } from '@/db/scope';
import { formatCount } from '@/lib/format';
import { route } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { NewWebhookForm } from './new-webhook-form';

export const metadata: Metadata = { title: 'Settings: webhooks' };

/** The addresses that are told what happens, and a form for another. */
export default async function WebhooksPage() {
  const actor = await requireStaff('webhooks:read');
  const webhooks = await withScope(actor, 'read', (tx) => webhookList(tx));
  return (
    <SettingsPage role={actor.role}>
      <SettingsSection
        id="webhooks"
        title="Webhooks"
        words={
          <>
            Another program is told what happens, within seconds, at its own address.{' '}
            <Link href="/api/v1/docs#webhooks" className="link">
              How it checks that it was us
            </Link>
          </>
        }
      >
        {webhooks.length > 0 && <WebhookTable webhooks={webhooks} />}
        <NewWebhookForm requestId={uuid7()} />
      </SettingsSection>
    </SettingsPage>
  );
}

function WebhookTable({ webhooks }: { readonly webhooks: readonly Webhook[] }) {
  return (
    <div className="panel tbl-scroll relative overflow-hidden">
      <table className="tbl">
        <caption className="sr-only">Webhooks</caption>
        <thead>
          <tr>
            <th scope="col">Address</th>
            <th scope="col">Is told</th>
            <th scope="col">Deliveries</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {webhooks.map((webhook) => (
            <tr key={webhook.id}>
              <th scope="row">
                <Link href={route(`/settings/webhooks/${webhook.id}`)} className="link break-all">
                  {webhook.url}
                </Link>
              </th>
              <td className="text-muted-foreground">{formatCount(webhook.events.length, 'event')}</td>
              <td className="text-muted-foreground">
                {formatCount(webhook.waiting)} waiting
                {webhook.dead > 0 && `, ${formatCount(webhook.dead)} given up`}
              </td>
              <td>
                {webhook.pausedAt ? <Badge tone="warning">Paused</Badge> : <Badge tone="positive">On</Badge>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
