import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { Page } from '@/components/shell/page';
import { customerById } from '@/db/queries/customers';
import { pendingInvitations } from '@/db/queries/people';
import { portalPeople } from '@/db/queries/portal-people';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { formatInstant } from '@/lib/format';
import { may } from '@/lib/permissions';
import { route } from '@/lib/url';
import { isUuid, uuid7 } from '@/lib/uuid';
import { InvitationList } from '../../../settings/people/invitation-list';
import { InviteForm } from './invite-form';
import { LookForm } from './look-form';
import { RemovePerson, ResetPerson } from './person-buttons';

export const metadata: Metadata = { title: 'Portal' };

/** Who of a customer can sign in, with a form that lets others in, and a look at what they see. */
export default async function CustomerPortalPage({ params }: PageProps<'/customers/[id]/portal'>) {
  const actor = await requireStaff('books:read');
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const { customer, invitations } = await withScope(actor, 'read', async (tx) => ({
    customer: await customerById(tx, id),
    invitations: may(actor, 'organization:manage') ? await pendingInvitations(tx, id) : [],
  }));
  if (!customer) notFound();
  const { org } = actor;
  const people = await withScope({ kind: 'auth' }, 'read', (tx) =>
    portalPeople(tx, { orgId: org.id, customerId: id }),
  );
  const mayWrite = may(actor, 'books:write') && !customer.archivedAt;
  const today = todayIn(org.timeZone);
  return (
    <Page
      title="Portal"
      parents={[
        { label: 'Customers', href: '/customers' },
        { label: customer.name, href: route(`/customers/${id}`) },
      ]}
      actions={<LookForm customerId={id} />}
    >
      <div className="flex max-w-[720px] flex-col gap-9 px-8 py-6 max-md:px-4">
        <section aria-labelledby="people">
          <h2 id="people" className="mb-3 text-section">
            Who can sign in for {customer.name}
          </h2>
          {people.length === 0 ? (
            <p className="text-muted-foreground">Nobody yet.</p>
          ) : (
            <ul className="divide-y divide-border border-y border-border">
              {people.map(({ membershipId, name, email, isOwner, seenAt }) => (
                <li key={membershipId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
                  <span className="min-w-0 flex-1">
                    <span className="block font-medium">{name}</span>
                    <span className="block text-meta break-words text-subtle">
                      {email}
                      {isOwner && ', answers for the account'}
                      {seenAt
                        ? `, last there ${formatInstant(seenAt, org.timeZone, today)}`
                        : ', never signed in'}
                    </span>
                  </span>
                  {mayWrite && (
                    <>
                      <ResetPerson {...{ customerId: id, membershipId, name }} requestId={uuid7()} />
                      <RemovePerson {...{ customerId: id, membershipId, name }} requestId={uuid7()} />
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </section>
        {invitations.length > 0 && (
          <section aria-labelledby="invited">
            <h2 id="invited" className="mb-3 text-section">
              Invited, not here yet
            </h2>
            <InvitationList invitations={invitations} timeZone={org.timeZone} today={today} />
          </section>
        )}
        {mayWrite && (
          <section aria-labelledby="invite">
            <h2 id="invite" className="text-section">
              Let somebody in
            </h2>
            <p className="mb-4 text-muted-foreground">
              They get a link by mail, choose their own password, and see this customer’s account and no
              other.
            </p>
            <InviteForm customerId={id} requestId={uuid7()} />
          </section>
        )}
      </div>
    </Page>
  );
}
