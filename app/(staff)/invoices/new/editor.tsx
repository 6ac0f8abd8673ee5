'use client';
import { useEffect, useState } from 'react';
import type { PlainDate } from '@/lib/domain/dates';
import { findAccount } from '../find-for-line';
import { InvoiceForm } from './form';
import type { Start } from './read';

interface InvoiceEditorProps {
  /** The name of the business. */
  readonly seller: string;
  readonly timeZone: string;
  readonly today: PlainDate;
  readonly start: Start;
  readonly requestId: string;
}

/** The invoice while it is written. What this window wrote and the server does not have yet, or has later, is shown again. */
export function InvoiceEditor({ start, ...props }: InvoiceEditorProps) {
  const [shown, setShown] = useState({ start, version: 0 });
  useEffect(() => {
    let isGone = false;
    const restore = async () => {
      const restored = await restoredFrom(start);
      if (restored && !isGone) setShown({ start: restored, version: 1 });
    };
    void restore();
    return () => {
      isGone = true;
    };
  }, [start]);
  return <InvoiceForm key={shown.version} {...props} start={shown.start} />;
}

/** The start with what this window holds of the draft; null when it holds nothing that the server does not. */
async function restoredFrom(start: Start): Promise<Start | null> {
  if (sessionStorage.getItem(`draft ${start.draftId}`) === null) return null;
  const [{ windowCopy }, { readWritten }] = await Promise.all([
    import('./draft-keeper'),
    import('@/lib/read-written'),
  ]);
  const copy = windowCopy(start.draftId);
  if (!copy || (copy.isSaved && (copy.seenAt ?? '') <= (start.seenAt ?? ''))) return null;
  const written = readWritten(copy.content, start.written.currency);
  if (!written) return null;
  const { customerId, currency } = written;
  const isSame = customerId === (start.customer?.id ?? null);
  const account = isSame || customerId === null ? null : await findAccount(customerId, currency);
  const customer = isSame ? start.customer : (account?.customer ?? null);
  return { ...start, seenAt: copy.seenAt, isUnsaved: !copy.isSaved, customer, written };
}
