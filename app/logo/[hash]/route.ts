import { notFound } from 'next/navigation';
import { currentActor } from '@/app/_auth/actor';
import { pictureOf } from '@/app/_pictures/answer';
import { logoFile } from '@/db/queries/logo';
import { withScope } from '@/db/scope';

/** The picture of the business that one is signed in to, under its hash: anybody else's is not there. */
export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ readonly hash: string }> },
): Promise<Response> {
  const actor = await currentActor();
  if (!actor) notFound();
  const { hash } = await params;
  const logo = await withScope(actor, 'read', logoFile);
  return logo?.fileHash === hash ? pictureOf(logo) : notFound();
}
