import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { doors } from '@/app/_auth/doors';
import { sampleLogins } from '@/db/queries/sample';
import { Heading } from '../heading';
import { OpenForm } from './form';

export const metadata: Metadata = { title: 'Sample data' };

/** The logins of the sample books, one per role. Everybody may use them: nothing in there is true. */
export default async function SamplePage() {
  if (!(await doors()).sample) notFound();
  const sample = await sampleLogins();
  if (!sample) redirect('/welcome');
  return (
    <>
      <Heading title="Look around">
        Everything in the sample is made up. Each role sees its own part; change what you like.
      </Heading>
      <ul className="mt-7 divide-y divide-border border-y border-border">
        {sample.logins.map(({ role, email, password }) => (
          <li key={email} className="py-4">
            <h2 className="text-section capitalize">{role}</h2>
            <dl className="mt-1 mb-3 grid grid-cols-[auto_1fr] gap-x-3 text-form text-muted-foreground">
              <dt>E-mail</dt>
              <dd className="min-w-0 break-words text-foreground">{email}</dd>
              <dt>Password</dt>
              <dd className="min-w-0 break-words font-mono text-foreground">{password}</dd>
            </dl>
            <OpenForm role={role} />
          </li>
        ))}
      </ul>
    </>
  );
}
