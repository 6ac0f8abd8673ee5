import { CircleUserRound, History, type LucideIcon, Wallet } from 'lucide-react';
import type { Route } from 'next';
import type { ReactNode } from 'react';
import { SellerMark } from '@/components/seller-mark';
import { Toaster } from '@/components/ui/toaster';
import { initialsOf } from '@/lib/initials';
import type { LogoFacts } from '@/lib/logo';
import { PortalTab } from './portal-tab';

interface PortalShellProps {
  /** The business that is owed. */
  readonly seller: string;
  readonly logo: LogoFacts | null;
  /** Who owes, and who of them is signed in. */
  readonly customer: string;
  readonly person: string;
  readonly children: ReactNode;
}

const TABS: readonly { label: string; href: Route; icon: LucideIcon; also?: readonly string[] }[] = [
  {
    label: 'Due',
    href: '/portal',
    icon: Wallet,
    also: ['/portal/invoices/', '/portal/pay', '/portal/promise'],
  },
  {
    label: 'History',
    href: '/portal/history',
    icon: History,
    also: ['/portal/receipts/', '/portal/statement'],
  },
  { label: 'Account', href: '/portal/account', icon: CircleUserRound },
];

/** What stands around every page of the portal: the seller's name, three tabs (at the bottom of a phone), who it is. */
export function PortalShell({ seller, logo, customer, person, children }: PortalShellProps) {
  return (
    <div className="group/portal flex min-h-dvh flex-col text-section font-normal max-md:bg-card print:bg-card">
      <a
        href="#main"
        className="btn btn-primary sr-only focus:not-sr-only focus:fixed! focus:top-3 focus:left-3 focus:z-50"
      >
        Skip to content
      </a>
      <header className="sticky top-0 z-20 border-b border-border bg-card max-md:group-has-[[data-portal-task]]/portal:hidden print:hidden">
        <div className="mx-auto flex h-14 max-w-[1080px] items-center gap-2.5 px-4 md:h-16 md:px-6">
          <SellerMark seller={seller} logo={logo} className="size-7 rounded-[8px] text-body md:size-8" />
          <span className="truncate font-semibold tracking-[-.01em]">{seller}</span>
          <nav aria-label="Portal" className="ml-8 flex gap-1 text-form max-md:hidden">
            {TABS.map(({ label, icon: _icon, ...tab }) => (
              <PortalTab
                key={tab.href}
                {...tab}
                className="rounded-control px-3 py-1.5 text-muted-foreground hover:text-foreground aria-[current]:bg-muted aria-[current]:font-medium aria-[current]:text-foreground"
              >
                {label}
              </PortalTab>
            ))}
          </nav>
          <span className="ml-auto flex min-w-0 items-center gap-2.5">
            <span className="truncate text-body text-muted-foreground max-md:hidden">{customer}</span>
            <span className="av size-8! text-meta!" title={person}>
              <span aria-hidden>{initialsOf(person)}</span>
              <span className="sr-only">Signed in as {person}</span>
            </span>
          </span>
        </div>
      </header>
      {children}
      <nav
        aria-label="Portal"
        className="sticky bottom-0 z-20 mt-auto grid h-(--portal-tabs) grid-cols-3 border-t border-border bg-card pb-[env(safe-area-inset-bottom)] text-meta text-subtle group-has-[[data-portal-task]]/portal:hidden md:hidden print:hidden"
      >
        {TABS.map(({ label, icon: Icon, ...tab }) => (
          <PortalTab
            key={tab.href}
            {...tab}
            className="flex flex-col items-center gap-1 pt-2.5 pb-1.5 aria-[current]:font-medium aria-[current]:text-primary"
          >
            <Icon aria-hidden className="size-[22px]" />
            {label}
          </PortalTab>
        ))}
      </nav>
      <Toaster />
    </div>
  );
}
