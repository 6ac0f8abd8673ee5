import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { offeredSecret } from '@/app/_auth/second-factor';
import { currentSession } from '@/app/_auth/session';
import { QrPicture } from '@/components/settings/qr-picture';
import { secondFactor } from '@/db/queries/second-factor';
import { withScope } from '@/db/scope';
import { qrCode } from '@/lib/domain/qr-code';
import { PORTAL_PATH } from '@/lib/next-path';
import { Heading } from '../heading';
import { EnrolForm } from './form';

export const metadata: Metadata = { title: 'Second factor' };

/** Where somebody of the staff adds a second factor: by choice, or because the business asks for it. */
export default async function SecondFactorPage() {
  const session = await currentSession();
  if (!session) redirect('/sign-in?next=/second-factor');
  const { actor, mustEnrol } = session;
  if (actor.kind !== 'staff') redirect(PORTAL_PATH);
  if (await withScope({ kind: 'auth' }, 'read', (tx) => secondFactor(tx, actor.userId))) redirect('/account');
  const { secret, uri, sealed } = offeredSecret(session);
  return (
    <>
      <Heading title="Add a second factor">
        {mustEnrol
          ? `${actor.org.name} asks everybody to sign in with a code as well. It takes a minute.`
          : 'After your password you type a code that your phone shows. A stolen password alone opens nothing.'}
      </Heading>
      <h2 className="mt-6 mb-2 label">1. Scan this with an authenticator app</h2>
      <QrPicture label="QR code of the secret below" squares={qrCode(uri)} />
      <p className="mt-2 text-meta text-subtle">
        Or type this into it:{' '}
        <code className="fig text-foreground">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <EnrolForm sealed={sealed} />
      {!mustEnrol && (
        <p className="mt-7 text-body">
          <Link href="/account" className="link">
            Not now
          </Link>
        </p>
      )}
    </>
  );
}
