import type { Metadata } from 'next';
import { signInLinkOf } from '@/app/_auth/sign-in-link';
import { ButtonLink } from '@/components/ui/button';
import { Heading } from '../../../heading';
import { UseLinkForm } from './form';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

/** Where a link that signs in leads. It works once, for 15 minutes. */
export default async function LinkPage({ params }: PageProps<'/sign-in/link/[token]'>) {
  const { token } = await params;
  const link = await signInLinkOf(token);
  if (!link)
    return (
      <>
        <Heading title="This link cannot be used">
          It was used already, or its 15 minutes are over. Ask for a new one.
        </Heading>
        <ButtonLink href="/sign-in" size="lg" className="mt-7">
          Sign in
        </ButtonLink>
      </>
    );
  return (
    <>
      <Heading title="Sign in">
        <span className="break-words">As {link.email}, in this browser.</span>
      </Heading>
      <UseLinkForm token={token} />
    </>
  );
}
