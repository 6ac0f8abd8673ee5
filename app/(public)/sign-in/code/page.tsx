import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { currentActor } from '@/app/_auth/actor';
import { nextPath } from '@/lib/next-path';
import { Heading } from '../../heading';
import { CodeForm } from './form';

export const metadata: Metadata = { title: 'Sign in: code' };

/** Between the password and the books, for whoever has a second factor. */
export default async function CodePage({ searchParams }: PageProps<'/sign-in/code'>) {
  const next = nextPath((await searchParams).next);
  if (await currentActor()) redirect(next);
  return (
    <>
      <Heading title="Your code, please">Your password was right. You have five minutes.</Heading>
      <CodeForm next={next} />
      <p className="mt-7 text-body text-subtle">
        No code and no recovery code? An administrator of your business can take the second factor away.{' '}
        <Link href="/sign-in" className="link">
          Start again
        </Link>
      </p>
    </>
  );
}
