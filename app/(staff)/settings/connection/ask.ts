import 'server-only';
import { sealedConnection } from '@/db/queries/connection';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { unseal } from '@/lib/seal';
import { SEALED_FOR } from '@/lib/sources/sealed-for';
import { type SourceBooks, SourceError, type SourceSettings } from '@/lib/sources/source';
import { SOURCES } from '@/lib/sources/sources';

/** Asks books elsewhere who they are. @throws Refusal `invalid` with what they answered instead. */
export async function askBooks(settings: SourceSettings): Promise<SourceBooks> {
  try {
    return await SOURCES.unified.connect(settings).books();
  } catch (error) {
    if (error instanceof SourceError) throw new Refusal('invalid', `${error.message} Nothing was saved.`);
    throw error;
  }
}

/** Asks the books that these follow. @throws Refusal `not_found` when they follow none. */
export async function askConnected(
  actor: StaffActor,
): Promise<SourceBooks & { readonly connectionId: string }> {
  const connection = await withScope(actor, 'read', sealedConnection);
  if (!connection?.sealedKey) throw new Refusal('not_found', 'These books follow no others.');
  const key = unseal(connection.sealedKey, SEALED_FOR.key);
  if (key === null) throw new Refusal('invalid', 'The key cannot be read any more. Enter it again.');
  return { connectionId: connection.id, ...(await askBooks({ ...connection, key })) };
}
