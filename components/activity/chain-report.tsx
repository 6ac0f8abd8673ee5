import type { Route } from 'next';
import Link from 'next/link';
import type { ActivityChain } from '@/db/queries/activity-chain';
import { formatCount } from '@/lib/format';

interface ChainReportProps {
  readonly chain: ActivityChain;
  /** The page from an entry downwards. */
  readonly entryHref: (sequence: number) => Route;
}

/** What verifying the chain found, in full. */
export function ChainReport({
  chain: { entries, checked, brokenAt, headHash },
  entryHref,
}: ChainReportProps) {
  return (
    <section
      aria-label="The chain, verified"
      className={`border-b border-border px-6 py-4 max-md:px-4 ${brokenAt === null ? 'bg-positive-soft' : 'bg-destructive-soft'}`}
    >
      <p className="font-medium">
        {brokenAt === null ? (
          `${formatCount(checked, 'entry', 'entries')} checked, newest first: every hash is right, none is missing.`
        ) : (
          <>
            Entry {formatCount(brokenAt)} is the oldest that is changed, missing or out of place.{' '}
            <Link href={entryHref(brokenAt)} className="link">
              Show it
            </Link>
          </>
        )}
      </p>
      <p className="mt-1 text-meta">
        {formatCount(checked)} of {formatCount(entries, 'entry', 'entries')}
        {checked < entries && '; “npm run -s cli -- verify” checks all'}. Hash of the last entry, to compare
        with one kept elsewhere: <code className="fig break-all">{headHash}</code>
      </p>
    </section>
  );
}
