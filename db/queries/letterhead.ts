import { eq } from 'drizzle-orm';
import type { PaperSize } from '@/lib/domain/paper-size';
import type { LogoFacts } from '@/lib/logo';
import { Refusal } from '@/lib/refusal';
import { logos } from '../schema/logos';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';
import { LOGO_FACTS } from './logo';

/** Whose paper it is, and what it is laid out for. */
export interface Letterhead {
  readonly seller: string;
  /** Several lines, below the name; null for none. */
  readonly address: string | null;
  /** Where customers are to pay to, in the words of the business; null while it has not said. */
  readonly payTo: string | null;
  /** Null while it has no picture. */
  readonly logo: LogoFacts | null;
  readonly paper: PaperSize;
  readonly timeZone: string;
}

/** That of the business whose books are open. For staff, and for its customers. @throws Refusal `not_found` when it was removed. */
export async function letterhead(tx: Tx): Promise<Letterhead> {
  const { name: seller, address, bankDetails: payTo, paper, timeZone } = organizations;
  const [found] = await tx
    .select({ seller, address, payTo, paper, timeZone, logo: LOGO_FACTS })
    .from(organizations)
    .leftJoin(logos, eq(logos.orgId, organizations.id))
    .limit(1);
  if (!found) throw new Refusal('not_found', 'These books are not there any more.');
  return found;
}
