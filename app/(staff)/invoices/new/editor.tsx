'use client';
import { useLayoutEffect, useState } from 'react';
import type { Letterhead } from '@/db/queries/letterhead';
import type { PlainDate } from '@/lib/domain/dates';
import { draftContent, type WrittenInvoice } from '@/lib/written-invoice';
import { findAccount } from '../find-for-line';
import { type WindowCopy, windowCopy } from './draft-keeper';
import { InvoiceForm } from './form';
import type { Start } from './read';

interface InvoiceEditorProps {
  /** Whose paper it is. */
  readonly head: Pick<Letterhead, 'seller' | 'address' | 'payTo' | 'logo'>;
  readonly timeZone: string;
  readonly today: PlainDate;
  readonly start: Start;
  readonly requestId: string;
}

/** The invoice while it is written. What this window wrote and the server does not have yet, or has later, is shown again. */
export function InvoiceEditor({ start, ...props }: InvoiceEditorProps) {
  const [shown, setShown] = useState({ start, version: 0 });
  // Before the effects of the form, which begin to keep what is shown.
  useLayoutEffect(() => {
    const copy = windowCopy(start.draftId);
    if (!copy) return;
    let isGone = false;
    const restore = async () => {
      const restored = await restoredFrom(start, copy);
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
async function restoredFrom(start: Start, copy: WindowCopy): Promise<Start | null> {
  if (copy.isSaved && (copy.seenAt ?? '') <= (start.seenAt ?? '')) return null;
  const { readWritten } = await import('@/lib/read-written');
  const written = readWritten(copy.content, start.written.currency);
  if (!written || isSame(written, start.written)) return null;
  const { customerId, currency } = written;
  const isTheirs = customerId === (start.customer?.id ?? null);
  const account = isTheirs || customerId === null ? null : await findAccount(customerId, currency);
  const customer = isTheirs ? start.customer : (account?.customer ?? null);
  return { ...start, seenAt: copy.seenAt, isUnsaved: !copy.isSaved, customer, written };
}

function isSame(one: WrittenInvoice, other: WrittenInvoice): boolean {
  return JSON.stringify(draftContent(one)) === JSON.stringify(draftContent(other));
}
