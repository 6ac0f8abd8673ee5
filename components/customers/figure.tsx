import type { ReactNode } from 'react';

interface FigureProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly note: string;
  /** Behind a small i. */
  readonly explain?: ReactNode;
}

/** A figure of the strip on the page of a customer: its name, itself, and what it is made of. */
export function Figure({ label, value, note, explain }: FigureProps) {
  return (
    <div>
      <dt className="flex h-6 items-center gap-0.5 text-meta text-muted-foreground">
        {label}
        {explain}
      </dt>
      <dd>
        <span className="fig block text-[21px] leading-8 font-semibold tracking-[-.02em] whitespace-nowrap">
          {value}
        </span>
        <span className="block text-meta text-subtle">{note}</span>
      </dd>
    </div>
  );
}
