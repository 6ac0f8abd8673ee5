import type { StartedShare } from '@/components/receipts/line-share';
import type { DeskLine } from '@/db/queries/bank-lines';
import { customerNames } from '@/db/queries/customer-names';
import { openDebits } from '@/db/queries/open-debits';
import type { Tx } from '@/db/scope';
import type { DeskTask } from '@/lib/bank/desk-filters';
import { acceptanceOf } from '@/lib/domain/matching/acceptance';
import { type Minor, ZERO } from '@/lib/domain/money';

/** Families of one line are small: so many shares are prepared. */
const MOST = 5;

/** The shares that an editor starts with: as the line was proposed, with an empty one more when it is to be split. */
export async function startShares(tx: Tx, line: DeskLine, as: DeskTask['as']): Promise<StartedShare[]> {
  const proposed = sharesOf(line).slice(0, MOST);
  const names = await customerNames(
    tx,
    proposed.map((share) => share.customerId),
  );
  const started = await Promise.all(
    proposed.map(async ({ customerId, amountMinor, parts }): Promise<StartedShare> => {
      const debits = await openDebits(tx, customerId, line.currency);
      return { customer: { id: customerId, name: names.get(customerId) ?? '' }, amountMinor, debits, parts };
    }),
  );
  const nobody = (amountMinor: Minor) => ({ customer: null, amountMinor, debits: null, parts: [] });
  if (started.length === 0) started.push(nobody(line.amountMinor));
  return as === 'split' ? [...started, nobody(ZERO)] : started;
}

function sharesOf({ id, proposal }: DeskLine) {
  const [candidate] = proposal?.candidates ?? [];
  if (!candidate) return [];
  const open = new Map(candidate.parts.map((part) => [part.itemId, part.openMinor]));
  return acceptanceOf([{ lineId: id, confidence: 'likely', candidate }], open, new Set()).shares;
}
