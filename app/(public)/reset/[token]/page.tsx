import type { Metadata } from 'next';
import { resetOf } from '@/app/_auth/reset';
import { ButtonLink } from '@/components/ui/button';
import { Heading } from '../../heading';
import { ChooseResetForm } from './form';

export const metadata: Metadata = { title: 'New password', robots: { index: false } };

/** Where a link to a new password leads. It works once: for 30 minutes when it was mailed, for a day when an administrator made it. */
export default async function ChooseResetPage({ params }: PageProps<'/reset/[token]'>) {
  const { token } = await params;
  const reset = await resetOf(token);
  if (!reset)
    return (
      <>
        <Heading title="This link cannot be used">
          It was used already, or its time is over. Ask for a new one.
        </Heading>
        <ButtonLink href="/reset" size="lg" className="mt-7">
          Ask for a new link
        </ButtonLink>
      </>
    );
  return (
    <>
      <Heading title="Choose a new password">All other browsers that are signed in are signed out.</Heading>
      <ChooseResetForm token={token} email={reset.email} />
    </>
  );
}
