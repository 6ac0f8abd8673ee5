import type { Route } from 'next';
import type { ReactNode } from 'react';
import { NavLink } from '@/components/shell/nav-link';
import { Page } from '@/components/shell/page';
import type { StaffRole } from '@/lib/actor';
import { may } from '@/lib/permissions';
import { SETTINGS_SECTIONS } from './sections';
import { SettingsNav } from './settings-nav';

interface SettingsPageProps {
  readonly role: StaffRole;
  /** What the page is about, below one of the list; left out on those of the list. */
  readonly about?: {
    readonly title: string;
    readonly parent: { readonly label: string; readonly href: Route };
  };
  /** In the header of the panel, at the right. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One page of the settings, with the list of all of them beside it: a strip above it on a phone. */
export function SettingsPage({ role, about, actions, children }: SettingsPageProps) {
  const sections = SETTINGS_SECTIONS.filter(({ permission }) => may({ role }, permission));
  return (
    <Page
      title={about?.title ?? 'Settings'}
      {...(about && { parents: [{ label: 'Settings', href: '/settings' }, about.parent] })}
      actions={actions}
    >
      <div className="flex flex-1 max-lg:flex-col">
        <SettingsNav>
          <ul className="flex flex-col gap-px max-lg:w-max max-lg:flex-row max-lg:gap-1">
            {sections.map(({ label, href, icon: Icon }) => (
              <li key={href}>
                <NavLink
                  href={href}
                  className="flex h-8 items-center gap-2.5 rounded-control px-2.5 whitespace-nowrap text-muted-foreground hover:bg-card-2 hover:text-foreground aria-[current]:bg-muted aria-[current]:font-medium aria-[current]:text-foreground max-md:h-11"
                >
                  <Icon aria-hidden className="size-4 shrink-0" />
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </SettingsNav>
        <div className="flex min-w-0 max-w-[980px] flex-1 flex-col gap-9 px-8 py-6 max-md:px-4">
          {children}
        </div>
      </div>
    </Page>
  );
}
