import { z } from 'zod/mini';
import type { OpenDebitRow } from '@/db/queries/open-debits';
import { toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';

const debits = z.array(
  z.object({
    itemId: z.string(),
    documentId: z.string(),
    instalment: z.number(),
    number: z.string(),
    dueOn: z.pipe(
      z.string(),
      z.transform((text: string) => toPlainDate(text)),
    ),
    openMinor: z.pipe(
      z.number(),
      z.transform((amount: number) => toMinor(amount)),
    ),
  }),
);

/** Asks the server what a customer has open in a currency; in the browser. @throws when it does not answer with a list. */
export async function openItemsOf(customerId: string, currency: string): Promise<OpenDebitRow[]> {
  const search = new URLSearchParams({ customer: customerId, currency });
  const response = await fetch(`/receipts/open-items?${search}`);
  if (!response.ok) throw new Error(`The open invoices answered ${response.status}.`);
  return debits.parse(await response.json());
}
