import { ArrowLeft } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  /** Beside the title: which of several views of the page it is. */
  readonly beside?: ReactNode;
  /** The pages above this one, outermost first. */
  readonly parents?: readonly { readonly label: string; readonly href: Route }[];
  /** As-of, secondary actions, one primary: at the right of the header. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One white panel on the desk: a header that stays in sight, and the page's own content below it. */
export function Page({ title, beside, parents = [], actions, children }: PageProps) {
  const parent = parents.at(-1);
  return (
    <main
      id="main"
      tabIndex={-1}
      className="flex min-w-0 flex-1 flex-col bg-card outline-none md:mt-2 md:rounded-panel md:border print:m-0 print:border-0"
    >
      <header className="panel-head">
        <div className="flex min-h-[52px] items-center gap-3 border-b border-border bg-card px-6 md:h-[52px] max-md:flex-wrap max-md:gap-y-1 max-md:px-4 max-md:py-1.5 print:min-h-0 print:h-auto print:border-0 print:px-0! print:pb-2">
          {parent && (
            <Link
              href={parent.href}
              aria-label={`Back to ${parent.label}`}
              className="btn btn-ghost btn-icon -ml-2 md:hidden"
            >
              <ArrowLeft aria-hidden />
            </Link>
          )}
          <Breadcrumb parents={parents} />
          <h1
            className={`${beside ? 'shrink-0' : 'truncate'} text-section print:text-[21px] print:leading-7`}
          >
            {title}
          </h1>
          {beside && <div className="flex min-w-0 print:hidden">{beside}</div>}
          <div className="ml-auto flex shrink-0 items-center gap-2 empty:hidden max-md:max-w-full max-md:[&_.btn]:h-9! print:hidden">
            {actions}
          </div>
        </div>
      </header>
      {children}
    </main>
  );
}

function Breadcrumb({ parents }: { readonly parents: NonNullable<PageProps['parents']> }) {
  if (parents.length === 0) return null;
  return (
    <nav
      aria-label="Breadcrumb"
      className="-mr-1.5 shrink-0 text-section text-subtle max-md:hidden print:hidden"
    >
      <ol className="flex gap-1.5">
        {parents.map(({ label, href }) => (
          <li key={href} className="flex gap-1.5">
            <Link href={href} className="hover:text-foreground">
              {label}
            </Link>
            <span aria-hidden>/</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
