import type { ReactNode } from 'react';
import { Palette } from '@/components/palette/palette';
import { SETTINGS_SECTIONS } from '@/components/settings/sections';
import { Shortcuts } from '@/components/shortcuts';
import { Toaster } from '@/components/ui/toaster';
import type { StaffActor } from '@/lib/actor';
import type { OwnTaste } from '@/lib/own-taste';
import { may } from '@/lib/permissions';
import { NAV } from './nav';
import { PhoneBar } from './phone-bar';
import { Sidebar } from './sidebar';

interface ShellProps {
  readonly actor: Pick<StaffActor, 'name' | 'role' | 'org'>;
  /** How close lines stand, and whether open pages follow what is recorded. */
  readonly taste: Pick<OwnTaste, 'density' | 'isLive'>;
  readonly signOut: () => Promise<void>;
  /** How much waits to be done, by the address of its place. */
  readonly counts: Readonly<Record<string, ReactNode>>;
  /** How fresh the figures are; nothing where they come from here alone. */
  readonly freshness: ReactNode;
  readonly children: ReactNode;
}

/** What stands around every page of the staff: skip link, menu, the desk, toasts, keys. Children draw a `Page`. */
export function Shell({
  actor: { name, role, org },
  taste,
  signOut,
  counts,
  freshness,
  children,
}: ShellProps) {
  const open = NAV.flat().filter(({ permission }) => may({ role }, permission));
  const places = open.flatMap(({ key, label, href }) => (key ? [{ key, label, href }] : []));
  const everywhere = [
    ...open.map(({ key = null, label, href }) => ({ key, label, href, of: null })),
    ...SETTINGS_SECTIONS.filter(({ permission }) => may({ role }, permission)).map(({ label, href }) => ({
      key: null,
      label,
      href,
      of: 'Settings',
    })),
  ];
  return (
    <div
      data-density={taste.density}
      data-live={taste.isLive ? 'on' : 'off'}
      className="flex min-h-dvh print:block"
    >
      <a
        href="#main"
        className="btn btn-primary sr-only focus:not-sr-only focus:fixed! focus:top-3 focus:left-3 focus:z-50"
      >
        Skip to content
      </a>
      <Sidebar name={name} role={role} org={org} counts={counts} freshness={freshness} signOut={signOut} />
      <div className="flex min-w-0 flex-1 flex-col md:mr-2 print:m-0 print:block">
        {children}
        <div aria-hidden className="panel-foot" />
        <PhoneBar role={role} org={org} signOut={signOut} />
      </div>
      <Toaster />
      <Shortcuts places={places} />
      <Palette places={everywhere} mayWrite={may({ role }, 'books:write')} />
    </div>
  );
}
