import type { Metadata } from 'next';
import { newEmailOf } from '@/app/_auth/new-email';
import { ButtonLink } from '@/components/ui/button';
import { Heading } from '../../heading';
import { ConfirmNewEmailForm } from './form';

export const metadata: Metadata = { title: 'New e-mail address', robots: { index: false } };

/** Where the link to a new address leads. It works once, for 30 minutes. */
export default async function NewEmailPage({ params }: PageProps<'/new-email/[token]'>) {
  const { token } = await params;
  const change = await newEmailOf(token);
  if (!change)
    return (
      <>
        <Heading title="This link cannot be used">
          It was used already, or its time is over. Ask for a new one on your account’s page.
        </Heading>
        <ButtonLink href="/" size="lg" className="mt-7">
          Go on
        </ButtonLink>
      </>
    );
  return (
    <>
      <Heading title="Your new address">
        <span className="break-words">
          From now on you would sign in with {change.to}. So far it is {change.from}, which is told. Every
          other browser is signed out.
        </span>
      </Heading>
      <ConfirmNewEmailForm token={token} />
    </>
  );
}
