import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { SettingsPage } from '@/components/settings/settings-page';
import { SettingsSection } from '@/components/settings/settings-section';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { deliveryPage, webhookList } from '@/db/queries/webhooks';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { route } from '@/lib/url';
import { isUuid, uuid7 } from '@/lib/uuid';
import { Deeds } from './deeds';
import { Deliveries } from './deliveries';
import { WebhookForm } from './webhook-form';

export const metadata: Metadata = { title: 'Settings: webhook' };

/** Deliveries on one page. */
const SHOWN = 50;

/** One webhook: where it goes, what it is told, and what became of every delivery. */
export default async function WebhookPage({ params, searchParams }: PageProps<'/settings/webhooks/[id]'>) {
  const actor = await requireStaff('webhooks:read');
  const { id } = await params;
  const { before: asked } = await searchParams;
  const before = typeof asked === 'string' && isUuid(asked) ? asked : null;
  if (!isUuid(id)) notFound();
  const { webhook, page } = await withScope(actor, 'read', async (tx) => ({
    webhook: (await webhookList(tx, id))[0],
    page: await deliveryPage(tx, { endpointId: id, before, limit: SHOWN }),
  }));
  if (!webhook) notFound();
  const { timeZone } = actor.org;
  const { url, events, pausedAt } = webhook;
  return (
    <SettingsPage
      role={actor.role}
      about={{ title: new URL(url).host, parent: { label: 'Webhooks', href: '/settings/webhooks' } }}
    >
      <SettingsSection id="webhook" title="Webhook" words={<span className="break-all">{url}</span>}>
        {pausedAt && (
          <p className="mb-3">
            <Badge tone="warning">Paused</Badge> What happens now waits and is sent when it goes on.
          </p>
        )}
        <Deeds
          id={id}
          url={url}
          isPaused={pausedAt !== null}
          requestIds={[uuid7(), uuid7(), uuid7(), uuid7()]}
        />
      </SettingsSection>
      <SettingsSection
        id="deliveries"
        title="Deliveries"
        words="Of the last 90 days, the newest first. What does not arrive is tried again for a day, then given up."
      >
        {page.rows.length > 0 ? (
          <Deliveries rows={page.rows} timeZone={timeZone} today={todayIn(timeZone)} />
        ) : (
          <p className="text-muted-foreground">Nothing was sent yet.</p>
        )}
        <nav aria-label="Pages" className="mt-3 flex justify-end gap-2 empty:hidden">
          {before && (
            <ButtonLink size="sm" href={route(`/settings/webhooks/${id}`)}>
              Newest
            </ButtonLink>
          )}
          {page.nextBefore && (
            <ButtonLink
              size="sm"
              rel="next"
              href={route(`/settings/webhooks/${id}?before=${page.nextBefore}`)}
            >
              Older
            </ButtonLink>
          )}
        </nav>
      </SettingsSection>
      <SettingsSection id="what" title="What it is told, and where">
        <WebhookForm id={id} url={url} events={events} requestId={uuid7()} />
      </SettingsSection>
    </SettingsPage>
  );
}
