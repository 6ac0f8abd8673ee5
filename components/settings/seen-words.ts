import type { Person } from '@/db/queries/people';
import type { PlainDate } from '@/lib/domain/dates';
import { formatInstant } from '@/lib/format';

/** When somebody was last seen, in words. */
export function seenWords(
  { seenAt, isHere }: Pick<Person, 'seenAt' | 'isHere'>,
  { timeZone, today }: { readonly timeZone: string; readonly today: PlainDate },
): string {
  if (isHere) return 'Now';
  return seenAt === null ? 'Never' : formatInstant(seenAt, timeZone, today);
}
