import type { ReactNode } from 'react';
import { PaletteButton } from '@/components/palette/palette-button';
import type { Organization, StaffActor } from '@/lib/actor';
import { may } from '@/lib/permissions';
import { NAV } from './nav';
import { NavLink } from './nav-link';
import { SampleChip } from './sample-chip';
import { UserMenu } from './user-menu';

interface SidebarProps {
  readonly name: string;
  readonly role: StaffActor['role'];
  readonly org: Pick<Organization, 'name' | 'isSample'>;
  /** Beside a place of the menu, by its address: how much waits there. */
  readonly counts: Readonly<Record<string, ReactNode>>;
  /** In the foot, above the person: how fresh the figures are. */
  readonly freshness: ReactNode;
  readonly signOut: () => Promise<void>;
}

/** The menu on the desk beside the panel: 224 px, an icon rail on a tablet, nothing on a phone. */
export function Sidebar({ name, role, org, counts, freshness, signOut }: SidebarProps) {
  return (
    <aside
      aria-label="Workspace"
      className="sticky top-0 flex h-dvh w-[224px] shrink-0 flex-col overflow-y-auto px-3 py-3 max-lg:w-[60px] max-md:hidden print:hidden"
    >
      <div className="mb-2 flex h-9 shrink-0 items-center gap-2 px-2 max-lg:px-1.5" title={org.name}>
        <span
          aria-hidden
          className="grid size-6 shrink-0 place-items-center rounded-[7px] bg-primary text-meta font-semibold text-primary-foreground"
        >
          {org.name.slice(0, 1).toUpperCase()}
        </span>
        <span className="truncate font-semibold tracking-[-.01em] max-lg:sr-only">{org.name}</span>
      </div>
      <PaletteButton />
      {org.isSample && <SampleChip className="mb-3 ml-2 self-start max-lg:hidden" />}
      <nav aria-label="Main" className="flex flex-col gap-3">
        {NAV.map((group) => (
          <ul key={group[0]?.href} className="flex flex-col gap-px">
            {group
              .filter(({ permission }) => may({ role }, permission))
              .map(({ label, href, icon: Icon }) => (
                <li key={href}>
                  <NavLink href={href} className="nav" title={label}>
                    <Icon aria-hidden />
                    <span className="max-lg:sr-only">{label}</span>
                    {counts[href]}
                  </NavLink>
                </li>
              ))}
          </ul>
        ))}
      </nav>
      <div className="mt-auto flex flex-col gap-1 pt-3">
        {freshness}
        <UserMenu name={name} role={role} signOut={signOut} />
      </div>
    </aside>
  );
}
