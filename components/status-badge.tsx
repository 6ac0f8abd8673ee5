import { Badge, type Tone } from '@/components/ui/badge';
import { type DocumentStatus, STATUS_NAMES } from '@/lib/domain/status';

const TONES: Readonly<Record<DocumentStatus, Tone>> = {
  open: 'neutral',
  part_paid: 'neutral',
  paid: 'positive',
  written_off: 'neutral',
  void: 'bad',
};

/** What has become of a document, in its fixed word. Lateness is not a status. */
export function StatusBadge({ status }: { readonly status: DocumentStatus }) {
  return <Badge tone={TONES[status]}>{STATUS_NAMES[status]}</Badge>;
}
