import { ArrowLeft } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface PortalPageProps {
  /** Where the page was come from, in words: "Due". */
  readonly back?: { readonly label: string; readonly href: Route };
  readonly children: ReactNode;
}

/** The one column of a page of the portal. */
export function PortalPage({ back, children }: PortalPageProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto w-full max-w-[720px] flex-1 pt-6 pb-10 outline-none md:px-6 md:pt-10"
    >
      {back && (
        <Link
          href={back.href}
          className="link mb-4 inline-flex min-h-6 items-center gap-1.5 text-form max-md:min-h-11 max-md:px-4 print:hidden"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {back.label}
        </Link>
      )}
      {children}
    </main>
  );
}
