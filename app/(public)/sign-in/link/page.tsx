import type { Metadata } from 'next';
import Link from 'next/link';
import { Heading } from '../../heading';
import { MailLinkForm } from '../../mail-link-form';
import { askLinkAction } from './actions';

export const metadata: Metadata = { title: 'Sign in by mail' };

/** Where somebody asks for a link in place of the password. */
export default function AskLinkPage() {
  return (
    <>
      <Heading title="Sign in by mail">
        Enter the e-mail address that you sign in with. We mail a link to it that lets you in.
      </Heading>
      <MailLinkForm action={askLinkAction} />
      <p className="mt-7 text-body text-subtle">
        Rather with your password?{' '}
        <Link href="/sign-in" className="link">
          Sign in
        </Link>
        .
      </p>
    </>
  );
}
