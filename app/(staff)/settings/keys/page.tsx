import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { requireStaff } from '@/app/_auth/actor';
import { SettingsPage } from '@/components/settings/settings-page';
import { SettingsSection } from '@/components/settings/settings-section';
import { apiKeyList } from '@/db/queries/api-keys';
import { withScope } from '@/db/scope';
import { callsPerMinute } from '@/lib/api-rate';
import { todayIn } from '@/lib/domain/dates';
import { ApiKeys } from './api-keys';

export const metadata: Metadata = { title: 'Settings: API keys' };

/** The keys that programs sign in with. */
export default async function KeysPage() {
  const actor = await requireStaff('organization:manage');
  const keys = await withScope(actor, 'read', apiKeyList);
  const { timeZone } = actor.org;
  return (
    <SettingsPage role={actor.role}>
      <SettingsSection
        id="keys"
        title="API keys"
        words={
          <>
            A program signs in with a key. It is shown once, when it is made.{' '}
            <Link href="/api/v1/docs" className="link">
              What a program can ask for
            </Link>
          </>
        }
      >
        <ApiKeys keys={keys} timeZone={timeZone} today={todayIn(timeZone)} perMinute={callsPerMinute()} />
        {keys.length > 0 && (
          <a href="/exports/api-keys" className="btn mt-5 self-start max-md:h-11" download>
            <Download aria-hidden />
            List of keys, CSV
          </a>
        )}
      </SettingsSection>
    </SettingsPage>
  );
}
