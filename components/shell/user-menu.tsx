import { CircleUserRound, LogOut } from 'lucide-react';
import { ShortcutsButton } from '@/components/shortcuts-button';
import { Popover } from '@/components/ui/popover';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import type { StaffActor } from '@/lib/actor';
import { initialsOf } from '@/lib/initials';
import { ACCOUNT_HREF } from './nav';
import { NavLink } from './nav-link';

interface UserMenuProps {
  readonly name: string;
  readonly role: StaffActor['role'];
  readonly signOut: () => Promise<void>;
}

const ROLE_NAMES: Readonly<Record<StaffActor['role'], string>> = { admin: 'Admin', manager: 'Manager' };

/** Who is signed in, and what is theirs: account, theme, sign out. */
export function UserMenu({ name, role, signOut }: UserMenuProps) {
  const trigger = (
    <>
      <span className="av" aria-hidden>
        {initialsOf(name)}
      </span>
      <span className="truncate font-medium text-foreground max-lg:sr-only">{name}</span>
      <span className="ml-auto text-meta text-subtle max-lg:hidden">{ROLE_NAMES[role]}</span>
    </>
  );
  return (
    <Popover
      label="Your account"
      side="top"
      trigger={trigger}
      triggerClassName="nav h-9! w-full px-2! max-lg:px-1.5!"
    >
      <UserMenuItems signOut={signOut} />
    </Popover>
  );
}

/** What the user menu holds; the phone's bottom bar shows the same. */
export function UserMenuItems({ signOut }: Pick<UserMenuProps, 'signOut'>) {
  return (
    <div className="flex flex-col gap-1">
      <NavLink href={ACCOUNT_HREF} className="nav max-md:h-11">
        <CircleUserRound aria-hidden />
        Account
      </NavLink>
      <div className="px-2 py-1">
        <ThemeSwitch />
      </div>
      <ShortcutsButton />
      <form action={signOut}>
        <button type="submit" className="nav w-full max-md:h-11">
          <LogOut aria-hidden />
          Sign out
        </button>
      </form>
    </div>
  );
}
