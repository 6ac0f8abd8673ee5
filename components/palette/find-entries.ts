import { z } from 'zod/mini';
import { ENTRY_KINDS, type PaletteEntry } from '@/lib/palette';

const entries = z.array(
  z.object({
    group: z.enum(['Best match', 'Do', 'Go to']),
    kind: z.enum(ENTRY_KINDS),
    label: z.string(),
    about: z.string(),
    href: z.string(),
    keys: z.nullable(z.array(z.string())),
  }),
);

/** Asks the server what it has for a text. @throws when it does not answer with a list. */
export async function findEntries(q: string, signal: AbortSignal): Promise<PaletteEntry[]> {
  const response = await fetch(`/find?q=${encodeURIComponent(q)}`, { signal });
  if (!response.ok) throw new Error(`The search answered ${response.status}.`);
  return entries.parse(await response.json());
}
