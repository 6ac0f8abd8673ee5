import { Check } from 'lucide-react';
import type { ReactNode } from 'react';

/** What a status means to the reader; never its age. */
export type Tone = 'neutral' | 'positive' | 'warning' | 'bad' | 'info';

const CLASSES: Readonly<Record<Tone, string>> = {
  neutral: '',
  positive: 'badge-pos',
  warning: 'badge-warn',
  bad: 'badge-bad',
  info: 'badge-info',
};

/** A status word. A positive one carries a check mark, so that colour is never the only cue. */
export function Badge({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}) {
  return (
    <span className={`badge ${CLASSES[tone]}`}>
      {tone === 'positive' && <Check aria-hidden />}
      {children}
    </span>
  );
}
