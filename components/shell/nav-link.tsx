'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

interface NavLinkProps {
  readonly href: Route;
  readonly className: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A link of the menu that knows whether the page shown is its own or lies below it. */
export function NavLink({ href, children, ...rest }: NavLinkProps) {
  const path = usePathname();
  const isCurrent = path === href || (href !== '/' && path.startsWith(`${href}/`));
  return (
    <Link href={href} aria-current={isCurrent ? 'page' : undefined} {...rest}>
      {children}
    </Link>
  );
}
