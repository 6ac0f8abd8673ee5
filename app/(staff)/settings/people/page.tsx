import { Download } from 'lucide-react';
import type { Metadata, Route } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { DroppedStrip } from '@/components/dropped-strip';
import { SearchField } from '@/components/search-field';
import { CustomerPeopleTable } from '@/components/settings/customer-people-table';
import { seenWords } from '@/components/settings/seen-words';
import { SettingsPage } from '@/components/settings/settings-page';
import { SettingsSection } from '@/components/settings/settings-section';
import { TeamTable } from '@/components/settings/team-table';
import { ButtonLink } from '@/components/ui/button';
import { organizationFacts } from '@/db/queries/organization';
import { type Person, pendingInvitations, peoplePage, withoutSecondFactor } from '@/db/queries/people';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { readPeopleParams } from '@/lib/people-filters';
import { type Params, withParams } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { InvitationList } from './invitation-list';
import { InviteDialog } from './invite-dialog';
import { Requirement } from './requirement';

export const metadata: Metadata = { title: 'Settings: people' };

/** Who signs in: the business's own people, those of its customers, and who was invited. */
export default async function PeoplePage({ searchParams }: PageProps<'/settings/people'>) {
  const actor = await requireStaff('organization:manage');
  const params = await searchParams;
  const { filters, dropped } = readPeopleParams(params);
  const read = await withScope(actor, 'read', async (tx) => ({
    team: await peoplePage(tx, { side: 'staff', q: '', after: filters.team }),
    theirs: await peoplePage(tx, { side: 'customer', q: filters.q, after: filters.after }),
    invitations: await pendingInvitations(tx, null),
    facts: await organizationFacts(tx),
    without: await withoutSecondFactor(tx),
  }));
  const { team, theirs, invitations, facts } = read;
  const { timeZone } = actor.org;
  const moment = { timeZone, today: todayIn(timeZone) };
  const seen = (person: Person) => seenWords(person, moment);
  return (
    <SettingsPage role={actor.role} actions={<InviteDialog requestId={uuid7()} />}>
      <DroppedStrip names={dropped} />
      <SettingsSection
        id="team"
        title="Your team"
        words={`${formatCount(team.total, 'person', 'people')}. Admins change everything, managers read and download.`}
      >
        <TeamTable people={team.people} seen={seen} />
        <More href={pageAfter(params, { team: team.nextAfter })} isFurther={filters.team !== null} />
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <p>
            {facts.requiresSecondFactor
              ? 'Everybody signs in with a code as well.'
              : 'A second factor is everybody’s own choice.'}
          </p>
          <Requirement isRequired={facts.requiresSecondFactor} without={read.without} />
        </div>
      </SettingsSection>
      {invitations.length > 0 && (
        <SettingsSection id="invited" title="Invited, not here yet">
          <InvitationList invitations={invitations} timeZone={timeZone} today={moment.today} />
        </SettingsSection>
      )}
      <SettingsSection
        id="customers"
        title="Customer sign-ins"
        words={`${formatCount(theirs.total, 'person', 'people')} at ${formatCount(theirs.customerCount, 'customer')}. They only ever see their own company.`}
      >
        <div className="mb-3">
          <SearchField
            label="Find a person or customer"
            path="/settings/people"
            params={{ ...params, after: undefined }}
            value={filters.q}
          />
        </div>
        {theirs.people.length > 0 ? (
          <CustomerPeopleTable people={theirs.people} seen={seen} />
        ) : (
          <p className="text-muted-foreground">
            {filters.q ? `Nobody matches “${filters.q}”.` : 'Nobody yet. Invite somebody of a customer.'}
          </p>
        )}
        <More href={pageAfter(params, { after: theirs.nextAfter })} isFurther={filters.after !== null} />
        <a href="/exports/people" className="btn mt-4 self-start max-md:h-11" download>
          <Download aria-hidden />
          Everybody, CSV
        </a>
      </SettingsSection>
    </SettingsPage>
  );
}

/** The page with what follows; null when nothing does. */
function pageAfter(params: Params, next: Readonly<Record<string, string | null>>): Route | null {
  return Object.values(next).includes(null) ? null : withParams('/settings/people', params, next);
}

interface MoreProps {
  readonly href: Route | null;
  /** Whether this is not the first page. */
  readonly isFurther: boolean;
}

function More({ href, isFurther }: MoreProps) {
  if (!href && !isFurther) return null;
  return (
    <nav aria-label="Pages" className="mt-3 flex gap-2">
      {isFurther && (
        <ButtonLink size="sm" href="/settings/people">
          From the beginning
        </ButtonLink>
      )}
      {href && (
        <ButtonLink size="sm" href={href} rel="next">
          Further people
        </ButtonLink>
      )}
    </nav>
  );
}
