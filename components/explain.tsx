import { Info } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Popover } from './ui/popover';

/** One line of a receipt, both sides already in words. */
interface ReceiptLine {
  readonly label: string;
  readonly value: string;
}

interface ExplainProps {
  /** The number and its name: "DSO, 41.8 days". */
  readonly title: string;
  readonly lines: readonly ReceiptLine[];
  readonly total: ReceiptLine;
  /** How it is counted, and which way is good. */
  readonly note?: ReactNode;
  /** Where the rows behind it are listed. */
  readonly link?: { readonly label: string; readonly href: Route };
}

/** A number explained as a receipt, behind a small i beside it. */
export function Explain({ title, lines, total, note, link }: ExplainProps) {
  return (
    <Popover
      label={title}
      trigger={<Info aria-hidden className="size-3.5" />}
      triggerLabel={`Explain ${title}`}
      triggerClassName="inline-grid size-6 place-items-center rounded-full text-subtle hover:text-foreground print:hidden"
      className="w-[360px] p-4!"
    >
      <div className="flex items-baseline gap-4">
        <h3 className="text-form">{title}</h3>
        {link && (
          <Link href={link.href} className="link ml-auto shrink-0 text-meta">
            {link.label}
          </Link>
        )}
      </div>
      <dl className="fig mt-3 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 [&>dd]:text-right">
        {lines.map(({ label, value }) => [
          <dt key={`${label} label`} className="text-muted-foreground">
            {label}
          </dt>,
          <dd key={`${label} value`}>{value}</dd>,
        ])}
        <dt className="-mr-4 mt-1 border-t border-border pt-2 font-semibold">{total.label}</dt>
        <dd className="mt-1 border-t border-border pt-2 font-semibold">{total.value}</dd>
      </dl>
      {note && <p className="mt-3 text-meta text-subtle">{note}</p>}
    </Popover>
  );
}
