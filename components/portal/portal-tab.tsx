'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

interface PortalTabProps {
  readonly href: Route;
  /** Further addresses below which this tab is the current one. */
  readonly also?: readonly string[];
  readonly className: string;
  readonly children: ReactNode;
}

/** One tab of the portal, which knows whether its page is shown. */
export function PortalTab({ href, also, className, children }: PortalTabProps) {
  const path = usePathname();
  const isCurrent = path === href || (also ?? []).some((start) => path.startsWith(start));
  return (
    <Link href={href} aria-current={isCurrent ? 'page' : undefined} className={className}>
      {children}
    </Link>
  );
}
