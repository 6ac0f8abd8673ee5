import { Badge } from '@/components/ui/badge';

/** Says that the books on screen are made up. */
export function SampleChip({ className }: { readonly className?: string }) {
  return (
    <span className={className} title="These books are made up. Remove them in Settings.">
      <Badge tone="info">Sample data</Badge>
    </span>
  );
}
