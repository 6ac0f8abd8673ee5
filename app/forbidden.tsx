import type { Metadata } from 'next';
import { ErrorPage } from '@/components/error-page';
import { ButtonLink } from '@/components/ui/button';

export const metadata: Metadata = { title: 'You cannot open this page' };

/** 403: signed in, but not allowed. */
export default function Forbidden() {
  return (
    <ErrorPage title="You cannot open this page">
      <p>Your role does not include it. Ask an administrator of your business if you need it.</p>
      <ButtonLink href="/" variant="primary" className="mt-6">
        Go to the start page
      </ButtonLink>
    </ErrorPage>
  );
}
