import { z } from 'zod/mini';
import type { CustomerOption } from '@/db/queries/customers';

const options = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    code: z.nullable(z.string()),
    currency: z.string(),
    termsDays: z.number(),
  }),
);

/** Asks the server which customers match; in the browser. @throws when it does not answer with a list. */
export async function findCustomers(q: string, signal: AbortSignal): Promise<CustomerOption[]> {
  const response = await fetch(`/customers/options?q=${encodeURIComponent(q)}`, { signal });
  if (!response.ok) throw new Error(`The list of customers answered ${response.status}.`);
  return options.parse(await response.json());
}
