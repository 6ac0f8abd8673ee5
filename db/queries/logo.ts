import type { LogoFacts, LogoFile } from '@/lib/logo';
import { logos } from '../schema/logos';
import type { Tx } from '../scope';

/** How the picture of a business is selected by who only shows it. */
export const LOGO_FACTS = { fileHash: logos.fileHash, width: logos.width, height: logos.height };

/** The picture of the business whose books are open; null without one. For staff, and for its customers. */
export async function logoFacts(tx: Tx): Promise<LogoFacts | null> {
  const [found] = await tx.select(LOGO_FACTS).from(logos).limit(1);
  return found ?? null;
}

/** The same with its bytes, up to 1 MB of them. */
export async function logoFile(tx: Tx): Promise<LogoFile | null> {
  const { mediaType, bytes } = logos;
  const [found] = await tx
    .select({ ...LOGO_FACTS, mediaType, bytes })
    .from(logos)
    .limit(1);
  return found ?? null;
}
