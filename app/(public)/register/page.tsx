import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { doors } from '@/app/_auth/doors';
import { currencyChoices, timeZones } from '../choices';
import { Heading } from '../heading';
import { RegisterForm } from './form';

export const metadata: Metadata = { title: 'Create your business' };

/** A new business and the login of the person who runs it. Not there when registration is closed. */
export default async function RegisterPage() {
  if (!(await doors()).registration) notFound();
  return (
    <>
      <Heading title="Create your business">You will be its administrator.</Heading>
      <RegisterForm currencies={currencyChoices()} timeZones={timeZones()} />
      <p className="mt-7 text-body text-subtle">
        Have a login already?{' '}
        <Link href="/sign-in" className="link">
          Sign in
        </Link>
        .
      </p>
    </>
  );
}
