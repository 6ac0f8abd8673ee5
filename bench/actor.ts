import type { StaffActor } from '@/lib/actor';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';

/** The administrator of books that were made for a measurement. */
export function benchActor(orgId: string): StaffActor {
  const settings = { currency: 'USD', timeZone: 'UTC', agingBasis: 'due', bounds: DEFAULT_BOUNDS } as const;
  const org = { id: orgId, name: 'Bench', ...settings, isSample: false };
  return { kind: 'staff', role: 'admin', userId: null, name: 'Bench', org };
}
