import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { signOut } from '@/app/_auth/actions';
import { requireCustomer } from '@/app/_auth/actor';
import { currentSession } from '@/app/_auth/session';
import { EmailForm } from '@/app/(staff)/account/email-form';
import { PasswordForm } from '@/app/(staff)/account/password-form';
import { SessionList } from '@/app/(staff)/account/session-list';
import { PortalPage } from '@/components/portal/portal-page';
import { SubmitButton } from '@/components/ui/submit-button';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import { uuid7 } from '@/lib/uuid';
import { Accounts } from './accounts';
import { CloseAccount } from './close-account';
import { Contacts } from './contacts';
import { FactsForm } from './facts-form';
import { People } from './people';
import { readAccount } from './read';

export const metadata: Metadata = { title: 'Account' };

/** The customer's people and facts, one's own password and browsers, and the ways out. */
export default async function PortalAccountPage() {
  const actor = await requireCustomer();
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  const { facts, isSettled, people, sessions, accounts, hasFactor } = await readAccount(actor);
  const { org, userId } = actor;
  const isOwner = people.some((person) => person.userId === userId && person.isOwner);
  const here = people.find((person) => person.userId === userId)?.membershipId;
  const others = accounts.filter((account) => account.membershipId !== here);
  const contacts = facts.people.map((person) => ({ ...person, requestId: uuid7() }));
  return (
    <PortalPage>
      <div className="flex flex-col gap-9 px-4 md:px-0">
        <div>
          <h1 className="text-[22px] leading-8 tracking-[-.02em]">Account</h1>
          <p className="text-muted-foreground">
            {facts.name}
            {userId && `, ${actor.name}, ${session.email}`}
          </p>
        </div>
        {others.length > 0 && (
          <Section id="others" title="Your other accounts">
            <Accounts others={others} />
          </Section>
        )}
        <Section id="people" title="Who can sign in">
          <People people={people} ownId={userId} mayManage={isOwner} requestId={uuid7()} />
        </Section>
        <Section id="contacts" title={`Whom ${org.name} writes to`}>
          <Contacts people={contacts} requestId={uuid7()} />
        </Section>
        <Section id="facts" title={facts.name}>
          <FactsForm facts={facts} requestId={uuid7()} />
        </Section>
        {userId && (
          <>
            <Section id="email" title="E-mail address">
              <EmailForm email={session.email} hasFactor={hasFactor} />
            </Section>
            <Section id="password" title="Password">
              <PasswordForm email={session.email} />
            </Section>
            <Section id="sessions" title="Where you are signed in">
              <SessionList sessions={sessions} ownId={session.id} timeZone={org.timeZone} />
            </Section>
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
          </>
        )}
        {isOwner && (
          <Section id="close" title="Close the account">
            {isSettled ? (
              <CloseAccount customer={facts.name} seller={org.name} requestId={uuid7()} />
            ) : (
              <p className="text-form text-muted-foreground">
                It can be closed once nothing is owed and no credit is left.
              </p>
            )}
          </Section>
        )}
      </div>
    </PortalPage>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ id, title, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="max-w-[560px]">
      <h2 id={id} className="mb-3 text-section">
        {title}
      </h2>
      {children}
    </section>
  );
}
