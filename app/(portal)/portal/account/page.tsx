import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { signOut } from '@/app/_auth/actions';
import { requireCustomer } from '@/app/_auth/actor';
import { currentSession } from '@/app/_auth/session';
import { PasswordForm } from '@/app/(staff)/account/password-form';
import { SessionList } from '@/app/(staff)/account/session-list';
import { PortalPage } from '@/components/portal/portal-page';
import { SubmitButton } from '@/components/ui/submit-button';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import { ownSessions } from '@/db/queries/sessions';
import { withScope } from '@/db/scope';

export const metadata: Metadata = { title: 'Account' };

/** One's own password, the browsers one is signed in with, and the way out. */
export default async function PortalAccountPage() {
  const actor = await requireCustomer();
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  const sessions = await withScope({ kind: 'auth' }, 'read', (tx) => ownSessions(tx, actor.userId));
  return (
    <PortalPage>
      <div className="flex flex-col gap-9 px-4 md:px-0">
        <div>
          <h1 className="text-[22px] leading-8 tracking-[-.02em]">Account</h1>
          <p className="text-muted-foreground">
            {actor.name}, {session.email}
          </p>
        </div>
        <section aria-labelledby="password" className="max-w-[480px]">
          <h2 id="password" className="mb-3 text-section">
            Password
          </h2>
          <PasswordForm email={session.email} />
        </section>
        <section aria-labelledby="sessions">
          <h2 id="sessions" className="mb-3 text-section">
            Where you are signed in
          </h2>
          <SessionList sessions={sessions} ownId={session.id} timeZone={actor.org.timeZone} />
        </section>
        <section aria-label="Look and leave" className="flex flex-wrap items-center gap-4">
          <div className="w-64">
            <ThemeSwitch />
          </div>
          <form action={signOut}>
            <SubmitButton variant="default" className="max-md:h-11" pendingLabel="Signing out…">
              Sign out
            </SubmitButton>
          </form>
        </section>
      </div>
    </PortalPage>
  );
}
