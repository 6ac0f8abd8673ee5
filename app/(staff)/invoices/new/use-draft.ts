'use client';
import { useEffect, useState } from 'react';
import { draftContent, type WrittenInvoice } from '@/lib/written-invoice';
import { DraftKeeper, type Keepable, type KeptState } from './draft-keeper';
import type { Start } from './read';

/** A draft that is saved as it is written. */
export interface Draft {
  readonly kept: KeptState;
  readonly keeper: DraftKeeper;
}

/** Saves what is written, and names the draft in the address, so that reloading or coming back shows it again. */
export function useDraft(start: Start, written: WrittenInvoice): Draft {
  const [kept, setKept] = useState<KeptState>(() =>
    start.seenAt === null ? { kind: 'untouched' } : { kind: 'saved', at: new Date(start.seenAt) },
  );
  const [keeper] = useState(
    () =>
      new DraftKeeper(
        start.draftId,
        start.seenAt,
        start.isUnsaved ? NOTHING : keepable(start.written),
        setKept,
      ),
  );
  const isTouched = kept.kind !== 'untouched';
  useEffect(() => keeper.change(keepable(written)), [keeper, written]);
  useEffect(() => {
    const address = `/invoices/new?draft=${start.draftId}`;
    if (isTouched && `${location.pathname}${location.search}` !== address)
      history.replaceState(null, '', address);
  }, [isTouched, start.draftId]);
  useEffect(() => {
    const leave = () => keeper.leave();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [keeper]);
  return { kept, keeper };
}

const NOTHING: Keepable = { customerId: null, content: {} };

function keepable(written: WrittenInvoice): Keepable {
  return { customerId: written.customerId, content: draftContent(written) };
}
