import type { Route } from 'next';
import Link from 'next/link';

interface SegmentedProps {
  /** What is chosen, for a screen reader. */
  readonly label: string;
  readonly options: readonly { readonly label: string; readonly href: Route; readonly isCurrent: boolean }[];
}

/** One choice of a few, as links: the choice is in the address. */
export function Segmented({ label, options }: SegmentedProps) {
  return (
    <span role="group" aria-label={label} className="seg">
      {options.map((option) => (
        <Link
          key={option.label}
          href={option.href}
          scroll={false}
          aria-current={option.isCurrent ? 'true' : undefined}
        >
          {option.label}
        </Link>
      ))}
    </span>
  );
}
