import { LookAgain } from '@/components/look-again';
import { formatCount } from '@/lib/format';
import type { MailState } from '@/lib/mail/states';

interface TogetherStripProps {
  /** How many are in each state. */
  readonly counts: readonly { readonly state: MailState; readonly count: number }[];
}

const PARTS: readonly (readonly [string, readonly MailState[]])[] = [
  ['wait', ['queued', 'sending']],
  ['sent', ['sent']],
  ['kept here', ['kept']],
  ['taken back or not needed', ['cancelled']],
  ['did not arrive', ['failed', 'bounced', 'complained']],
];

/** How far the mails are that were put into the outbox together; the page is read again while some wait. */
export function TogetherStrip({ counts }: TogetherStripProps) {
  const sum = (states: readonly MailState[]) =>
    counts.reduce((total, { state, count }) => (states.includes(state) ? total + count : total), 0);
  const all = counts.reduce((total, { count }) => total + count, 0);
  const parts = PARTS.flatMap(([words, states]) => {
    const count = sum(states);
    return count > 0 ? [`${formatCount(count)} ${words}`] : [];
  });
  return (
    <p role="status" className="border-b border-border bg-card-2 px-6 py-2 max-md:px-4">
      {formatCount(all, 'mail')} put into the outbox together: {parts.join(', ')}.
      {sum(['queued', 'sending']) > 0 && <LookAgain />}
    </p>
  );
}
