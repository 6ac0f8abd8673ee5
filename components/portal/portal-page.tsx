import { ArrowLeft } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface PortalPageProps {
  /** Where the page was come from, in words: "Due". */
  readonly back?: { readonly label: string; readonly href: Route };
  /** The heading of a page with one thing to do: on a phone it stands beside the way back, in place of the portal's own bars. */
  readonly heading?: string;
  /** A page with something beside its column, where there is room. Left out, there is nothing. */
  readonly width?: 'column' | 'wide';
  readonly children: ReactNode;
}

/** A page of the portal: one column, or on a wide screen one and a rail. */
export function PortalPage({ back, heading, width = 'column', children }: PortalPageProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={`mx-auto w-full flex-1 pt-6 pb-10 outline-none md:px-6 md:pt-10 ${width === 'wide' ? 'max-w-[1080px] max-lg:max-w-[720px] max-md:pb-0' : 'max-w-[720px]'}`}
    >
      {heading ? (
        <div
          data-portal-task
          className="max-md:sticky max-md:top-0 max-md:z-20 max-md:-mt-6 max-md:mb-6 max-md:flex max-md:h-14 max-md:items-center max-md:border-b max-md:border-border max-md:bg-card max-md:px-1"
        >
          {back && <Back {...back} className="max-md:size-11 max-md:justify-center md:mb-4" />}
          <h1 className="text-[22px] leading-8 tracking-[-.02em] max-md:truncate max-md:text-section max-md:font-semibold max-md:tracking-normal md:mb-5">
            {heading}
          </h1>
        </div>
      ) : (
        back && <Back {...back} className="mb-4 max-md:min-h-11 max-md:px-4" />
      )}
      {children}
    </main>
  );
}

interface BackProps {
  readonly label: string;
  readonly href: Route;
  readonly className: string;
}

function Back({ label, href, className }: BackProps) {
  return (
    <Link
      href={href}
      className={`link inline-flex min-h-6 items-center gap-1.5 text-form print:hidden ${className}`}
    >
      <ArrowLeft aria-hidden className="size-4 max-md:[[data-portal-task]_&]:size-5" />
      <span className="max-md:[[data-portal-task]_&]:sr-only">{label}</span>
    </Link>
  );
}
