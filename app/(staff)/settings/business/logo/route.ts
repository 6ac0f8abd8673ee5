import type { NextRequest } from 'next/server';
import { answerTo } from '@/app/_actions/answers';
import { currentActor } from '@/app/_auth/actor';
import { readLogo, setLogo } from '@/db/commands/set-logo';
import { withScope } from '@/db/scope';
import { LOGO_TOO_LARGE, MAX_LOGO_BYTES } from '@/lib/logo';
import { may } from '@/lib/permissions';
import { readBody } from '@/lib/read-body';
import { told } from '../../../import/_work/importer';

/** Takes the picture of the business as the body. The same one again changes nothing. */
export async function POST(request: NextRequest): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return told(401, 'You are signed out. Nothing was saved. Sign in and try again.');
  if (actor.kind !== 'staff' || !may(actor, 'organization:manage'))
    return told(403, 'Your role cannot do this. Nothing was saved. Ask an administrator of your business.');
  const bytes = await readBody(request, MAX_LOGO_BYTES);
  if (bytes === 'too large') return told(413, LOGO_TOO_LARGE);
  if (bytes === 'cut off')
    return told(400, 'Only a part of the picture arrived, so nothing was saved. Bring it again.');
  try {
    const picture = await readLogo(bytes);
    await withScope(actor, 'write', (tx) => setLogo(tx, actor, picture));
    return told(200, 'Saved. It stands on documents, in mails and in the portal from now on.');
  } catch (error) {
    const state = answerTo(error, { verb: 'logo_uploaded', actorId: actor.userId });
    return told(state.status === 'refused' ? 422 : 500, 'message' in state ? state.message : '');
  }
}
