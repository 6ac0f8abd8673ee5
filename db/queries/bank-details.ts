import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';

/** Where customers are to send transfers, in the words of the business; null while it has not said. For staff and portal. */
export async function bankDetails(tx: Tx): Promise<string | null> {
  const [own] = await tx.select({ words: organizations.bankDetails }).from(organizations).limit(1);
  return own?.words ?? null;
}
