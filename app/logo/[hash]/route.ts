import { notFound } from 'next/navigation';
import { currentActor } from '@/app/_auth/actor';
import { logoFile } from '@/db/queries/logo';
import { withScope } from '@/db/scope';
import type { LogoFile } from '@/lib/logo';

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

/** A picture that a browser may keep for good: another one has another address. It runs nothing, whatever it holds. */
function pictureOf({ bytes, mediaType }: LogoFile): Response {
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': mediaType,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, max-age=31536000, immutable',
    },
  });
}
