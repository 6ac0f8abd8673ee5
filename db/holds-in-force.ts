import { and, gt, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { holds } from './schema/holds';

/** Whether a hold stops something on a day: placed by then, and not released by then. */
export function isInForce(on: PlainDate): SQL | undefined {
  return and(lte(holds.placedOn, on), or(isNull(holds.releasedOn), gt(holds.releasedOn, on)));
}
