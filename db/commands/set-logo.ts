import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { LOGO_TOO_LARGE, type LogoFacts, MAX_LOGO_BYTES } from '@/lib/logo';
import { type Picture, readPicture } from '@/lib/read-picture';
import { Refusal } from '@/lib/refusal';
import { logos } from '../schema/logos';
import type { Tx } from '../scope';
import { lockLogo } from './lock-logo';
import { recordActivity } from './record-activity';

const NO_PICTURE =
  'That is no PNG or JPEG picture, or it is broken, or it has more than 24 million pixels. Nothing was changed.';

/**
 * The picture that a file holds, for `setLogo`; before its transaction begins, which would wait while it is decoded.
 * @throws Refusal `invalid` for more than 1 MB, and for what is no PNG or JPEG by its bytes, is broken, or has too many pixels.
 */
export async function readLogo(bytes: Uint8Array): Promise<Picture> {
  if (bytes.byteLength > MAX_LOGO_BYTES) throw new Refusal('invalid', LOGO_TOO_LARGE);
  const picture = await readPicture(bytes);
  if (!picture) throw new Refusal('invalid', NO_PICTURE);
  return picture;
}

/** Makes a picture that of the business: on its documents, in its mails and in its portal. The same picture again changes nothing. */
export async function setLogo(tx: Tx, actor: StaffActor, picture: Picture): Promise<LogoFacts> {
  const before = await lockLogo(tx, actor);
  const fileHash = createHash('sha256').update(picture.bytes).digest('hex');
  const facts = { fileHash, width: picture.width, height: picture.height };
  if (before?.fileHash === fileHash) return facts;
  const values = { ...picture, fileHash };
  await tx
    .insert(logos)
    .values(values)
    .onConflictDoUpdate({ target: logos.orgId, set: { ...values, updatedAt: sql`now()` } });
  await recordActivity(tx, actor, {
    verb: 'logo_changed',
    objectKind: 'organization',
    objectId: actor.org.id,
    before,
    after: facts,
  });
  return facts;
}
