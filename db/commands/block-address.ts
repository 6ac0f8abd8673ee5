import { addressBlocks } from '../schema/mails';
import type { Tx } from '../scope';

/** Sends nothing automatic to an address any more, until somebody releases it. Once is enough. */
export async function blockAddress(
  tx: Tx,
  block: { readonly address: string; readonly reason: 'bounced' | 'complained'; readonly mailId: string },
): Promise<void> {
  await tx
    .insert(addressBlocks)
    .values({ ...block, address: block.address.toLowerCase() })
    .onConflictDoNothing();
}
