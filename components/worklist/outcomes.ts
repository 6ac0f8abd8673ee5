import {
  Banknote,
  HandCoins,
  type LucideIcon,
  MessageCircle,
  MessageCircleWarning,
  PhoneMissed,
  Voicemail,
} from 'lucide-react';
import type { CallOutcome } from '@/lib/domain/call-outcome';

/** How a call can go, as the form offers it, and the key that chooses it. */
export const OUTCOMES: readonly {
  readonly outcome: CallOutcome;
  readonly label: string;
  readonly key: string;
  readonly icon: LucideIcon;
}[] = [
  { outcome: 'promised', label: 'Promised to pay', key: 'p', icon: HandCoins },
  { outcome: 'disputed', label: 'Disputes it', key: 'd', icon: MessageCircleWarning },
  { outcome: 'says_paid', label: 'Says it’s paid', key: 'y', icon: Banknote },
  { outcome: 'left_message', label: 'Left a message', key: 'm', icon: Voicemail },
  { outcome: 'no_answer', label: 'No answer', key: 'a', icon: PhoneMissed },
  { outcome: 'spoke', label: 'Spoke', key: 't', icon: MessageCircle },
];
