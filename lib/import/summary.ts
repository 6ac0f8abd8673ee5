import { z } from 'zod';
import { toMinor } from '@/lib/domain/money';

const minor = z.number().transform(toMinor);

/** What an import did, as it is stored with it. */
export const importSummarySchema = z.object({
  /** Customers of a file of customers, else documents. */
  created: z.int(),
  alreadyThere: z.int(),
  refused: z.int(),
  /** Customers created on the way, and archived ones brought back. */
  newCustomers: z.int(),
  restoredCustomers: z.int(),
  totals: z.array(
    z.object({ currency: z.string(), count: z.int(), amountMinor: minor, unappliedMinor: minor }),
  ),
});

/** What an import did: counts, and the sum of what was created in each currency. */
export type ImportSummary = z.output<typeof importSummarySchema>;
