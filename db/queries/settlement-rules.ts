import type { Minor } from '@/lib/domain/money';
import type { Tolerance } from '@/lib/domain/tolerance';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';

/** What the organization lets go of by itself, and how much its staff may write off at once. In its base currency. */
export interface SettlementRules {
  readonly currency: string;
  readonly tolerance: Tolerance;
  /** Null: any amount. */
  readonly writeOffLimitMinor: Minor | null;
}

/** The rules of the organization in scope; nothing is tolerated when there is none. */
export async function settlementRules(tx: Tx): Promise<SettlementRules> {
  const [row] = await tx
    .select({
      currency: organizations.currency,
      amountMinor: organizations.toleranceMinor,
      percent: organizations.tolerancePercent,
      writeOffLimitMinor: organizations.writeOffLimitMinor,
    })
    .from(organizations)
    .limit(1);
  if (!row) throw new Error('the scope has no organization');
  const { amountMinor, percent, ...rest } = row;
  return { ...rest, tolerance: { amountMinor, percent } };
}
