import { ArrowLeft } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface PortalPageProps {
  /** Where the page was come from, in words: "Due". */
  readonly back?: { readonly label: string; readonly href: Route };
  /** A page with something beside its column, where there is room. Left out, there is nothing. */
  readonly width?: 'column' | 'wide';
  readonly children: ReactNode;
}

/** A page of the portal: one column, or on a wide screen one and a rail. */
export function PortalPage({ back, width = 'column', children }: PortalPageProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={`mx-auto w-full flex-1 pt-6 pb-10 outline-none md:px-6 md:pt-10 ${width === 'wide' ? 'max-w-[1080px] max-lg:max-w-[720px] max-md:pb-0' : 'max-w-[720px]'}`}
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
