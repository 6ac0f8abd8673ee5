import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { doors } from '@/app/_auth/doors';
import { buttonClass } from '@/components/ui/button';
import { sampleLogins } from '@/db/queries/sample';
import { Heading } from '../heading';
import { SampleForm } from './form';

export const metadata: Metadata = { title: 'Welcome' };

/** The first visit: begin with one's own business, or look around in made-up books. */
export default async function WelcomePage() {
  const open = await doors();
  if (!open.registration && !open.sample) redirect('/sign-in');
  const hasSample = open.sample && (await sampleLogins()) !== null;
  return (
    <>
      <Heading title="Welcome">Who owes you, how late it is, and when the money should arrive.</Heading>
      {open.registration && (
        <section className="mt-8">
          <h2 className="text-section">Create your business</h2>
          <p className="mt-1 mb-3 text-form text-muted-foreground">
            Takes a minute. Then type your first invoice, or import what you have.
          </p>
          <Link href="/register" className={buttonClass({ variant: 'primary', size: 'lg' }, 'w-full')}>
            Create your business
          </Link>
        </section>
      )}
      {open.sample && (
        <section className="mt-8 border-t border-border pt-8">
          <h2 className="text-section">Look around with sample data</h2>
          <p className="mt-1 mb-3 text-form text-muted-foreground">
            A made-up business with customers, invoices, and payments of two years. It can be removed whole.
          </p>
          {hasSample ? (
            <Link href="/sample" className={buttonClass({ size: 'lg' }, 'w-full')}>
              Open the sample
            </Link>
          ) : (
            <SampleForm isMain={!open.registration} />
          )}
        </section>
      )}
      {!open.isEmpty && (
        <p className="mt-8 text-body text-subtle">
          Have a login already?{' '}
          <Link href="/sign-in" className="link">
            Sign in
          </Link>
          .
        </p>
      )}
    </>
  );
}
