import type { Route } from 'next';
import Link from 'next/link';

interface RailHeadProps {
  readonly title: string;
  /** Where it is changed; null when the reader may not. */
  readonly href?: Route | null;
  readonly label?: string;
  /** What is changed, for a screen reader: "people". */
  readonly about?: string;
}

/** The head of a group of facts beside the figures, with the way to change them. */
export function RailHead({ title, href, label, about }: RailHeadProps) {
  return (
    <div className="mb-2 flex items-baseline justify-between">
      <h2 className="text-body">{title}</h2>
      {href && (
        <Link href={href} scroll={false} className="link text-meta print:hidden">
          {label}
          {about && <span className="sr-only"> {about}</span>}
        </Link>
      )}
    </div>
  );
}
