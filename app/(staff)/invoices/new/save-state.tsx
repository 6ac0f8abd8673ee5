'use client';
import { Check, CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { route } from '@/lib/url';
import type { Draft } from './use-draft';

interface Clock {
  /** "10:04", in the zone of the business. */
  readonly clock: (at: Date) => string;
}

/** In the head of the page: when the draft was saved. */
export function SaveState({ kept, clock }: Pick<Draft, 'kept'> & Clock) {
  return (
    <span role="status" className="fig flex items-center gap-1.5 text-muted-foreground max-md:text-meta">
      {kept.kind === 'saved' && (
        <>
          <Check aria-hidden className="size-4" />
          <span className="max-md:sr-only">Draft saved </span>
          {clock(kept.at)}
        </>
      )}
      {kept.kind === 'unsaved' && 'Saving…'}
      {kept.kind === 'offline' && <span className="text-warning">Not saved yet</span>}
      {(kept.kind === 'refused' || kept.kind === 'elsewhere') && (
        <span className="text-destructive">Not saved</span>
      )}
    </span>
  );
}

/** Above the form: why the draft is not saved, that nothing is lost, and what to do. Draws nothing while it is. */
export function SaveProblem({ kept, keeper, clock }: Draft & Clock) {
  if (kept.kind === 'offline')
    return (
      <Strip tone="bg-warning-soft text-warning">
        The server did not answer. What you wrote stays in this window, and is saved as soon as it does.
      </Strip>
    );
  if (kept.kind === 'refused')
    return <Strip tone="bg-destructive-soft text-destructive">{kept.message}</Strip>;
  if (kept.kind !== 'elsewhere') return null;
  const { savedAt, message, isPosted } = kept;
  return (
    <Strip tone="bg-warning-soft text-warning">
      <span>
        {message} {savedAt && `It was saved there at ${clock(new Date(savedAt))}. `}
        Nothing of this window is lost.
      </span>
      <span className="flex flex-wrap gap-2">
        {savedAt && (
          <Button
            size="sm"
            onClick={() => {
              keeper.forget();
              location.reload();
            }}
          >
            Show the other version
          </Button>
        )}
        {isPosted ? (
          <ButtonLink size="sm" href={route(`/invoices/${keeper.draftId}`)}>
            Show the invoice
          </ButtonLink>
        ) : (
          <Button size="sm" onClick={() => keeper.resume(savedAt)}>
            {savedAt ? 'Keep this version' : 'Keep it as a draft again'}
          </Button>
        )}
      </span>
    </Strip>
  );
}

function Strip({ tone, children }: { readonly tone: string; readonly children: ReactNode }) {
  return (
    <div role="alert" className={`flex items-center gap-3 px-7 py-2.5 max-md:px-4 ${tone}`}>
      <CircleAlert aria-hidden className="size-4 shrink-0" />
      <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        {children}
      </span>
    </div>
  );
}
