import type { CustomerOption } from '@/db/queries/customers';

/** Asks the server which customers match; in the browser. @throws when it does not answer with a list. */
export async function findCustomers(q: string, signal: AbortSignal): Promise<CustomerOption[]> {
  // Fetched with the first search, as most who open a page look for nobody.
  const [response, { readOptions }] = await Promise.all([
    fetch(`/customers/options?q=${encodeURIComponent(q)}`, { signal }),
    import('./read-options'),
  ]);
  if (!response.ok) throw new Error(`The list of customers answered ${response.status}.`);
  return readOptions(await response.json());
}
