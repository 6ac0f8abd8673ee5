import { Menu } from 'lucide-react';
import { Popover } from '@/components/ui/popover';
import type { Organization, StaffActor } from '@/lib/actor';
import { may } from '@/lib/permissions';
import { NAV } from './nav';
import { NavLink } from './nav-link';
import { SampleChip } from './sample-chip';
import { UserMenuItems } from './user-menu';

interface PhoneBarProps {
  readonly role: StaffActor['role'];
  readonly org: Pick<Organization, 'name' | 'isSample'>;
  readonly signOut: () => Promise<void>;
}

const CELL =
  'flex w-full flex-col items-center gap-0.5 py-2.5 text-subtle aria-[current]:font-medium aria-[current]:text-primary';

/** The menu of a phone, along the bottom: three places and everything else under More. */
export function PhoneBar({ role, org, signOut }: PhoneBarProps) {
  const items = NAV.flat().filter(({ permission }) => may({ role }, permission));
  return (
    <nav
      aria-label="Main"
      className="sticky bottom-0 z-20 grid grid-cols-4 border-t border-border bg-card pb-[env(safe-area-inset-bottom)] text-[11px] leading-4 md:hidden print:hidden"
    >
      {items
        .filter(({ onPhone }) => onPhone)
        .map(({ label, href, icon: Icon }) => (
          <NavLink key={href} href={href} className={CELL}>
            <Icon aria-hidden className="size-5" />
            {label}
          </NavLink>
        ))}
      <Popover label="More" side="top" align="end" trigger={<More />} triggerClassName={CELL}>
        <p className="flex items-center gap-2 px-2 pt-1 pb-2 font-semibold">
          <span className="truncate">{org.name}</span>
          {org.isSample && <SampleChip />}
        </p>
        <ul className="border-b border-border pb-1">
          {items
            .filter(({ onPhone }) => !onPhone)
            .map(({ label, href, icon: Icon }) => (
              <li key={href}>
                <NavLink href={href} className="nav h-11!">
                  <Icon aria-hidden />
                  {label}
                </NavLink>
              </li>
            ))}
        </ul>
        <div className="pt-1">
          <UserMenuItems signOut={signOut} />
        </div>
      </Popover>
    </nav>
  );
}

function More() {
  return (
    <>
      <Menu aria-hidden className="size-5" />
      More
    </>
  );
}
