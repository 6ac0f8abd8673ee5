import Link from 'next/link';
import { briefAgo } from '@/lib/sources/run-words';

interface SyncedLinkProps {
  /** When both books were compared last; null before the first time. */
  readonly at: Date | null;
  /** Whether that is long ago, or something keeps the next run from it. */
  readonly isDoubtful: boolean;
}

/** "Synced 12 min ago", which leads to the runs. On a rail of icons only its sign is seen. */
export function SyncedLink({ at, isDoubtful }: SyncedLinkProps) {
  const words = at ? `Synced ${briefAgo(at)}` : 'Not synced yet';
  return (
    <Link
      href="/sync"
      title={words}
      className="flex h-8 items-center gap-2 rounded-control px-2 text-meta text-muted-foreground hover:bg-muted max-lg:justify-center"
    >
      <span
        aria-hidden
        className={`size-2 shrink-0 rounded-full ${isDoubtful ? 'bg-warning' : 'bg-positive'}`}
      />
      <span className="max-lg:sr-only">{words}</span>
    </Link>
  );
}
