import type { Metadata } from 'next';
import Link from 'next/link';
import { Heading } from '../heading';
import { MailLinkForm } from '../mail-link-form';
import { askResetAction } from './actions';

export const metadata: Metadata = { title: 'New password' };

/** Where somebody who forgot the password asks for a link to a new one. */
export default function ResetPage() {
  return (
    <>
      <Heading title="Choose a new password">
        Enter the e-mail address that you sign in with. We mail a link to it.
      </Heading>
      <MailLinkForm action={askResetAction} />
      <p className="mt-7 text-body text-subtle">
        Remember it again?{' '}
        <Link href="/sign-in" className="link">
          Sign in
        </Link>
        .
      </p>
    </>
  );
}
