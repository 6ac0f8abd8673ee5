import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { SettingsPage } from '@/components/settings/settings-page';
import { SettingsSection } from '@/components/settings/settings-section';
import { FactorBadge } from '@/components/settings/team-table';
import { Badge } from '@/components/ui/badge';
import { type Person, personById, sessionsOf } from '@/db/queries/people';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { formatInstant } from '@/lib/format';
import { isUuid, uuid7 } from '@/lib/uuid';
import { DisableButton, RemoveFactorButton } from '../confirm-buttons';
import { resetCredentials } from '../credential-actions';
import { EnableForm } from '../enable-form';
import { RoleForm } from '../role-form';
import { SecretForm } from '../secret-form';
import { PersonSessions } from './sessions';

export const metadata: Metadata = { title: 'Settings: person' };

/** Somebody who signs in: what the person may do, how and where the person is signed in. */
export default async function PersonPage({ params }: PageProps<'/settings/people/[id]'>) {
  const actor = await requireStaff('organization:manage');
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const { person, sessions } = await withScope(actor, 'read', async (tx) => ({
    person: await personById(tx, id),
    sessions: await sessionsOf(tx, id),
  }));
  if (!person) notFound();
  const { timeZone } = actor.org;
  const { name, role, disabledAt } = person;
  return (
    <SettingsPage
      role={actor.role}
      about={{ title: name, parent: { label: 'People', href: '/settings/people' } }}
    >
      <SettingsSection
        id="person"
        title={name}
        words={`${person.email}, ${person.customer ? `sees the account of ${person.customer}` : role}`}
      >
        {disabledAt ? (
          <p>
            <Badge tone="bad">Disabled</Badge> since {formatInstant(disabledAt, timeZone, todayIn(timeZone))}
          </p>
        ) : (
          role !== 'customer' && <RoleForm membershipId={id} role={role} requestId={uuid7()} />
        )}
      </SettingsSection>
      {disabledAt ? (
        <SettingsSection
          id="access"
          title="Access"
          words="The person gets the same role again. Browsers have to sign in anew."
        >
          <EnableForm membershipId={id} requestId={uuid7()} />
        </SettingsSection>
      ) : (
        <>
          <SettingsSection
            id="sessions"
            title="Where the person is signed in"
            words="A session ends after 8 hours without use, and after 12 in any case."
          >
            <PersonSessions sessions={sessions} name={name} timeZone={timeZone} />
          </SettingsSection>
          <Credentials person={person} />
          {person.userId !== actor.userId && (
            <SettingsSection id="access" title="Access" words="For somebody who leaves. Nothing is deleted.">
              <DisableButton id={id} name={name} requestId={uuid7()} />
            </SettingsSection>
          )}
        </>
      )}
    </SettingsPage>
  );
}

function Credentials({ person: { membershipId, name, role, hasSecondFactor } }: { readonly person: Person }) {
  return (
    <>
      <SettingsSection
        id="password"
        title="Password"
        words="Nobody can see it, and you cannot set it. A link lets the person choose a new one, once, within a day; then every browser is signed out."
      >
        <SecretForm action={resetCredentials} values={{ membershipId }} pendingLabel="Making the link…">
          Make a link for a new password
        </SecretForm>
      </SettingsSection>
      {role !== 'customer' && (
        <SettingsSection id="factor" title="Second factor">
          <div className="flex items-center gap-3">
            <FactorBadge has={hasSecondFactor} />
            {hasSecondFactor && <RemoveFactorButton id={membershipId} name={name} />}
          </div>
        </SettingsSection>
      )}
    </>
  );
}
