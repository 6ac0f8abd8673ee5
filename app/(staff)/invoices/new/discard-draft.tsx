'use client';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import { formDataOf } from '@/lib/form-data';
import type { FormState } from '@/lib/form-state';
import { route } from '@/lib/url';
import { discardDraft } from '../actions';
import type { DraftKeeper } from './draft-keeper';

const UNREACHED: FormState = {
  status: 'failed',
  message: 'No answer came. The draft is kept; try again.',
};

/** Throws the draft away: it has no number, and nothing is owed. */
export function DiscardDraft({
  draftId,
  keeper,
}: {
  readonly draftId: string;
  readonly keeper: DraftKeeper;
}) {
  const router = useRouter();
  const [isPending, setIsPending] = useState(false);
  const discard = async () => {
    setIsPending(true);
    await keeper.hold();
    const state = await discardDraft({ status: 'idle' }, formDataOf({ draftId })).catch(() => UNREACHED);
    setIsPending(false);
    const isDone = state.status === 'done';
    if ('message' in state) showToast({ message: state.message, isProblem: !isDone });
    if (!isDone) return keeper.resume();
    keeper.forget();
    router.replace(route('/invoices?show=draft'));
  };
  return (
    <Button
      icon
      variant="ghost"
      aria-label="Throw the draft away"
      pending={isPending}
      onClick={() => void discard()}
    >
      <Trash2 aria-hidden />
    </Button>
  );
}
