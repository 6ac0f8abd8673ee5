import type { Metadata } from 'next';
import { ErrorPage } from '@/components/error-page';
import { ButtonLink } from '@/components/ui/button';

export const metadata: Metadata = { title: 'There is nothing here' };

/** 404: nothing there, or nothing of yours. */
export default function NotFound() {
  return (
    <ErrorPage title="There is nothing here">
      <p>The address is wrong, or what stood here belongs to somebody else or was removed.</p>
      <ButtonLink href="/" variant="primary" className="mt-6">
        Go to the start page
      </ButtonLink>
    </ErrorPage>
  );
}
