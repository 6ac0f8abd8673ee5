import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { Page } from '@/components/shell/page';
import { mailSettingsOf } from '@/db/queries/mail-settings';
import { withScope } from '@/db/scope';
import { uuid7 } from '@/lib/uuid';
import { MailSettingsForm } from './form';

export const metadata: Metadata = { title: 'Mail settings' };

/** Who mails come from, and what is mailed without anybody. */
export default async function MailSettingsPage() {
  const actor = await requireStaff('mail:manage');
  const settings = await withScope(actor, 'read', mailSettingsOf);
  return (
    <Page title="Mail settings" parents={[{ label: 'Mail', href: '/mails' }]}>
      <div className="max-w-[560px] px-6 py-6 max-md:px-4">
        <MailSettingsForm settings={settings} orgName={actor.org.name} requestId={uuid7()} />
      </div>
    </Page>
  );
}
