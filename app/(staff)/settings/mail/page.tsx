import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { currentSession } from '@/app/_auth/session';
import { DeedForm } from '@/components/forms/deed-form';
import { SettingsPage } from '@/components/settings/settings-page';
import { SettingsSection } from '@/components/settings/settings-section';
import { mailSettingsOf } from '@/db/queries/mail-settings';
import { testMail } from '@/db/queries/test-mail';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { hasMailServer } from '@/lib/mail/server-address';
import { uuid7 } from '@/lib/uuid';
import { testMailAction } from './actions';
import { MailSettingsForm } from './form';
import { TestOutcome } from './test-outcome';

export const metadata: Metadata = { title: 'Settings: mail' };

/** Who mails come from, what is mailed without anybody, and whether a mail arrives. */
export default async function MailSettingsPage() {
  const actor = await requireStaff('mail:manage');
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  const { settings, test } = await withScope(actor, 'read', async (tx) => ({
    settings: await mailSettingsOf(tx),
    test: await testMail(tx, actor.userId),
  }));
  const { timeZone, isSample, name } = actor.org;
  const kept = isSample ? 'sample' : hasMailServer() ? null : 'no server';
  return (
    <SettingsPage role={actor.role}>
      <SettingsSection id="mail" title="Mail" words="Who mails come from, and which go by themselves.">
        <MailSettingsForm settings={settings} orgName={name} requestId={uuid7()} />
      </SettingsSection>
      <SettingsSection
        id="test"
        title="Try it out"
        words="A test goes to you by the same way as every other mail, from the name above as it is saved."
      >
        <DeedForm action={testMailAction} values={{}} requestId={uuid7()}>
          Send a test to {session.email}
        </DeedForm>
        {test && <TestOutcome mail={test} kept={kept} timeZone={timeZone} today={todayIn(timeZone)} />}
      </SettingsSection>
    </SettingsPage>
  );
}
