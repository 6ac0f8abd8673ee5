import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { currentSession } from '@/app/_auth/session';
import { Page } from '@/components/shell/page';
import { PageBody } from '@/components/shell/page-body';
import { mailSettingsOf } from '@/db/queries/mail-settings';
import { organizationFacts } from '@/db/queries/organization';
import { preferenceOf } from '@/db/queries/preferences';
import { secondFactor } from '@/db/queries/second-factor';
import { ownSessions } from '@/db/queries/sessions';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { OWN_TASTE, readOwnTaste } from '@/lib/own-taste';
import { EmailForm } from './email-form';
import { FactorSection } from './factor-section';
import { NameForm } from './name-form';
import { PasswordForm } from './password-form';
import { SessionList } from './session-list';
import { TasteForm } from './taste-form';

export const metadata: Metadata = { title: 'Account' };

/** One's own name, address, password, second factor, and the browsers one is signed in with. */
export default async function AccountPage() {
  const actor = await requireStaff('account:manage');
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  const { sessions, factor } = await withScope({ kind: 'auth' }, 'read', async (tx) => ({
    sessions: await ownSessions(tx, actor.userId),
    factor: await secondFactor(tx, actor.userId),
  }));
  const { requiresSecondFactor, taste, offersDigest } = await withScope(actor, 'read', async (tx) => ({
    requiresSecondFactor: (await organizationFacts(tx)).requiresSecondFactor,
    taste: readOwnTaste(await preferenceOf(tx, actor, OWN_TASTE)),
    offersDigest: actor.role === 'admin' && (await mailSettingsOf(tx)).digestAt !== null,
  }));
  const { timeZone } = actor.org;
  const today = todayIn(timeZone);
  return (
    <Page title="Account">
      <PageBody>
        <div className="flex max-w-[560px] flex-col gap-9">
          <section aria-labelledby="about">
            <h2 id="about" className="mb-4 text-section">
              You
            </h2>
            <NameForm name={actor.name} />
          </section>
          <section aria-labelledby="taste">
            <h2 id="taste" className="mb-1 text-section">
              How you work
            </h2>
            <p className="mb-4 text-form text-muted-foreground">
              On every browser that you sign in with. Nobody else is touched by it.
            </p>
            <TasteForm taste={taste} offersDigest={offersDigest} />
          </section>
          <section aria-labelledby="email">
            <h2 id="email" className="mb-1 text-section">
              E-mail address
            </h2>
            <EmailForm email={session.email} hasFactor={factor !== null} />
          </section>
          <section aria-labelledby="password">
            <h2 id="password" className="mb-1 text-section">
              Password
            </h2>
            <p className="mb-4 text-form text-muted-foreground">
              A new password signs you out of every other browser.
            </p>
            <PasswordForm email={session.email} />
          </section>
          <section aria-labelledby="factor">
            <h2 id="factor" className="mb-1 text-section">
              Second factor
            </h2>
            <FactorSection
              factor={factor}
              isRequired={requiresSecondFactor}
              timeZone={timeZone}
              today={today}
            />
          </section>
          <section aria-labelledby="sessions">
            <h2 id="sessions" className="mb-1 text-section">
              Where you are signed in
            </h2>
            <p className="mb-2 text-form text-muted-foreground">
              A session ends after 8 hours without use, and after 12 in any case.
            </p>
            <SessionList sessions={sessions} ownId={session.id} timeZone={timeZone} />
          </section>
        </div>
      </PageBody>
    </Page>
  );
}
