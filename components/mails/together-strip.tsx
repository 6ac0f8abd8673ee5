'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { formatCount } from '@/lib/format';
import type { MailState } from '@/lib/mail/states';

interface TogetherStripProps {
  /** How many are in each state. */
  readonly counts: readonly { readonly state: MailState; readonly count: number }[];
}

/** Milliseconds between two looks while mails wait. */
const EVERY = 2_000;

const PARTS: readonly (readonly [string, readonly MailState[]])[] = [
  ['wait', ['queued', 'sending']],
  ['sent', ['sent']],
  ['kept here', ['kept']],
  ['taken back or not needed', ['cancelled']],
  ['did not arrive', ['failed', 'bounced', 'complained']],
];

/** How far the mails are that were put into the outbox together; the page is read again while some wait. */
export function TogetherStrip({ counts }: TogetherStripProps) {
  const router = useRouter();
  const sum = (states: readonly MailState[]) =>
    counts.reduce((total, { state, count }) => (states.includes(state) ? total + count : total), 0);
  const isWaiting = sum(['queued', 'sending']) > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => router.refresh(), EVERY);
    return () => clearInterval(timer);
  }, [isWaiting, router]);
  const all = counts.reduce((total, { count }) => total + count, 0);
  const parts = PARTS.flatMap(([words, states]) => {
    const count = sum(states);
    return count > 0 ? [`${formatCount(count)} ${words}`] : [];
  });
  return (
    <p role="status" className="border-b border-border bg-card-2 px-6 py-2 max-md:px-4">
      {formatCount(all, 'mail')} put into the outbox together: {parts.join(', ')}.
    </p>
  );
}
