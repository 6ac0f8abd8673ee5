import { Mail } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { currentActor } from '@/app/_auth/actor';
import { doors } from '@/app/_auth/doors';
import { ButtonLink } from '@/components/ui/button';
import { hasMailServer } from '@/lib/mail/server-address';
import { nextPath } from '@/lib/next-path';
import { Heading } from '../heading';
import { SignInForm } from './form';

export const metadata: Metadata = { title: 'Sign in' };

/** The one door for staff and customers. Who is inside already goes on; the very first visitor is welcomed. */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const next = nextPath((await searchParams).next);
  if (await currentActor()) redirect(next);
  const open = await doors();
  if (open.isEmpty) redirect('/welcome');
  return (
    <>
      <Heading title="Sign in">Staff and customers use the same door.</Heading>
      <SignInForm next={next} />
      {hasMailServer() && (
        <ButtonLink href="/sign-in/link" size="lg" className="mt-4 w-full">
          <Mail aria-hidden /> E-mail me a sign-in link
        </ButtonLink>
      )}
      <p className="mt-4 text-body">
        <Link href="/reset" className="link">
          Forgot your password?
        </Link>
      </p>
      <p className="mt-7 text-body text-subtle">
        New here? Ask the business that invited you, or sends you invoices, for a link. It works for 7 days.
        {open.registration && (
          <>
            {' '}
            Or{' '}
            <Link href="/register" className="link">
              create your own business
            </Link>
            .
          </>
        )}
      </p>
      {open.sample && (
        <p className="mt-2 text-body text-subtle">
          Only looking?{' '}
          <Link href="/welcome" className="link">
            Look around with sample data
          </Link>
          .
        </p>
      )}
    </>
  );
}
