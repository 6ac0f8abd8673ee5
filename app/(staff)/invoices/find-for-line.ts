import { z } from 'zod/mini';
import type { ServiceOption } from '@/components/invoices/service-field';
import type { BillingAccount } from '@/db/queries/billing-account';
import { toMinor } from '@/lib/domain/money';

const minor = z.pipe(
  z.number(),
  z.transform((amount: number) => toMinor(amount)),
);
const services = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    description: z.nullable(z.string()),
    currency: z.string(),
    feeMinor: minor,
    taxPercent: z.string(),
  }),
);
const account = z.object({
  customer: z.object({
    id: z.string(),
    name: z.string(),
    code: z.nullable(z.string()),
    currency: z.string(),
    termsDays: z.number(),
  }),
  address: z.nullable(z.string()),
  billsTo: z.nullable(z.string()),
  balanceMinor: minor,
  lateMinor: minor,
  creditMinor: minor,
  limitMinor: z.nullable(minor),
  hold: z.nullable(z.string()),
  beneficiaries: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** Asks the server which services match; in the browser. @throws when it does not answer with a list. */
export async function findServices(q: string, signal: AbortSignal): Promise<ServiceOption[]> {
  const response = await fetch(`/services/options?q=${encodeURIComponent(q)}`, { signal });
  if (!response.ok) throw new Error(`The list of services answered ${response.status}.`);
  return services.parse(await response.json());
}

/** Asks the server for the account of a customer; in the browser. @throws when it does not answer with one. */
export async function findAccount(
  customerId: string,
  currency: string,
  signal: AbortSignal | null = null,
): Promise<BillingAccount> {
  const response = await fetch(`/invoices/account/${customerId}?currency=${currency}`, { signal });
  if (!response.ok) throw new Error(`The account answered ${response.status}.`);
  return account.parse(await response.json());
}
