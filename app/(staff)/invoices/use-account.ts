'use client';
import { useEffect, useState } from 'react';
import type { BillingAccount } from '@/db/queries/billing-account';
import { findAccount } from './find-for-line';

/** The account of a customer in a currency: null while it is not known. `isFailed` when the server did not say. */
export function useAccount(
  customerId: string | null,
  currency: string,
): { account: BillingAccount | null; isFailed: boolean } {
  const [found, setFound] = useState<{ key: string; account: BillingAccount | null } | null>(null);
  const key = `${customerId} ${currency}`;
  useEffect(() => {
    if (customerId === null) return;
    const abort = new AbortController();
    findAccount(customerId, currency, abort.signal).then(
      (account) => setFound({ key, account }),
      () => abort.signal.aborted || setFound({ key, account: null }),
    );
    return () => abort.abort();
  }, [customerId, currency, key]);
  const isKnown = customerId !== null && found?.key === key;
  return { account: isKnown ? found.account : null, isFailed: isKnown && found.account === null };
}
