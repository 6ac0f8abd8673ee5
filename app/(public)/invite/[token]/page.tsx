import type { Metadata } from 'next';
import Link from 'next/link';
import { invitationOf } from '@/app/_auth/invitation';
import type { Actor } from '@/lib/actor';
import { Heading } from '../../heading';
import { JoinForm } from './form';

export const metadata: Metadata = { title: 'Invitation', robots: { index: false } };

const AS: Readonly<Record<Actor['role'], string>> = {
  admin: 'You will be an administrator: you can change the books and invite others.',
  manager: 'You will be a manager: you can see and export the books.',
  customer: 'You will see what you owe, your invoices, and your payments.',
};

/** Where the link of an invitation leads. It works once, within 7 days. */
export default async function InvitePage({ params }: PageProps<'/invite/[token]'>) {
  const { token } = await params;
  const invitation = await invitationOf(token);
  if (!invitation)
    return (
      <>
        <Heading title="This invitation cannot be used">
          It was used already, or its 7 days are over. Ask the person who sent it for a new one.
        </Heading>
        <p className="mt-7 text-form">
          <Link href="/sign-in" className="link">
            Sign in
          </Link>
        </p>
      </>
    );
  const { orgName, email, name, role, hasLogin } = invitation;
  return (
    <>
      <Heading title={`${orgName} invites you`}>{AS[role]}</Heading>
      <JoinForm token={token} orgName={orgName} email={email} name={name} hasLogin={hasLogin} />
    </>
  );
}
