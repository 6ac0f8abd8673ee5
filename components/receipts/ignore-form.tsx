'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { useDesk } from './desk';
import { useFocusBack } from './use-focus-back';

const REASONS = ['Bank fee', 'Own transfer', 'Interest', 'Not from a customer'] as const;

/** Why a line is none of ours: one of the usual reasons, or another in words. */
export function IgnoreForm({ lineId, closeHref }: { readonly lineId: string; readonly closeHref: Route }) {
  const router = useRouter();
  const { run, pending } = useDesk();
  useFocusBack();
  const [other, setOther] = useState('');
  const ignore = async (reason: string) => {
    const state = await run({ do: 'ignoreLine', fields: { lineId, reason }, lineId });
    if (state.status === 'done') router.replace(closeHref, { scroll: false });
  };
  return (
    <form
      className="flex flex-wrap items-center gap-2 py-1"
      aria-label="Why is it set aside?"
      onSubmit={(event) => {
        event.preventDefault();
        void ignore(other);
      }}
    >
      <span className="text-muted-foreground">Set aside as</span>
      {REASONS.map((reason, i) => (
        <Button
          key={reason}
          size="sm"
          autoFocus={i === 0}
          pending={pending.has(lineId)}
          onClick={() => void ignore(reason)}
        >
          {reason}
        </Button>
      ))}
      <span className="field field-sm w-[220px]!">
        <input
          aria-label="Another reason"
          placeholder="Another reason"
          maxLength={200}
          value={other}
          onChange={(event) => setOther(event.target.value)}
        />
      </span>
      {other.trim() !== '' && (
        <Button type="submit" size="sm" variant="primary">
          Set aside
        </Button>
      )}
      <ButtonLink href={closeHref} scroll={false} replace size="sm" variant="ghost">
        Cancel
      </ButtonLink>
    </form>
  );
}
