import type { Metadata } from 'next';
import Link from 'next/link';
import { requireStaff } from '@/app/_auth/actor';
import { SettingsPage } from '@/components/settings/settings-page';
import { SettingsSection } from '@/components/settings/settings-section';
import { mailSettingsOf } from '@/db/queries/mail-settings';
import { reminderPolicy } from '@/db/queries/reminder-policy';
import { withScope } from '@/db/scope';
import { addDays, todayIn } from '@/lib/domain/dates';
import { reminderRunWords } from '@/lib/reminder-run-words';
import { uuid7 } from '@/lib/uuid';
import { PolicyForm } from './policy-form';

export const metadata: Metadata = { title: 'Settings: reminders' };

/** When customers are reminded, and when they are left alone. */
export default async function RemindersPage() {
  const actor = await requireStaff('organization:manage');
  const { currency, timeZone } = actor.org;
  const { policy, settings } = await withScope(actor, 'read', async (tx) => ({
    policy: await reminderPolicy(tx),
    settings: await mailSettingsOf(tx),
  }));
  return (
    <SettingsPage role={actor.role}>
      <SettingsSection
        id="reminders"
        title="Reminders"
        words={
          <>
            {reminderRunWords(settings.remindersAt, policy.isByHand)}{' '}
            <Link href="/settings/mail" className="link">
              Hour of the daily run
            </Link>
            <br />
            Customers who pay are never chased: what is owed is read again before each mail. A change holds
            from the next run on.
          </>
        }
      >
        <PolicyForm
          policy={policy}
          currency={currency}
          dueOn={addDays(todayIn(timeZone), 7)}
          requestId={uuid7()}
        />
      </SettingsSection>
    </SettingsPage>
  );
}
