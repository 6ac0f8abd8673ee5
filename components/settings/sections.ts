import {
  BellRing,
  Building2,
  ChartBarStacked,
  Database,
  FileText,
  KeyRound,
  type LucideIcon,
  Mail,
  Percent,
  Plug,
  Scale,
  Users,
  Webhook,
} from 'lucide-react';
import type { Route } from 'next';
import type { Permission } from '@/lib/permissions';

/** One page of the settings. */
export interface SettingsSection {
  readonly label: string;
  readonly href: Route;
  readonly icon: LucideIcon;
  /** Whoever lacks it does not see the page. */
  readonly permission: Permission;
}

/** The pages of the settings, in the order of their list. */
export const SETTINGS_SECTIONS: readonly SettingsSection[] = [
  { label: 'Business', href: '/settings/business', icon: Building2, permission: 'books:read' },
  {
    label: 'Documents and numbers',
    href: '/settings/documents',
    icon: FileText,
    permission: 'organization:manage',
  },
  { label: 'Terms and charges', href: '/settings/terms', icon: Percent, permission: 'organization:manage' },
  { label: 'Age groups', href: '/settings/ages', icon: ChartBarStacked, permission: 'organization:manage' },
  { label: 'Money rules', href: '/settings/money', icon: Scale, permission: 'organization:manage' },
  { label: 'People', href: '/settings/people', icon: Users, permission: 'organization:manage' },
  { label: 'Reminders', href: '/settings/reminders', icon: BellRing, permission: 'organization:manage' },
  { label: 'Mail', href: '/settings/mail', icon: Mail, permission: 'mail:manage' },
  { label: 'Connection', href: '/settings/connection', icon: Plug, permission: 'organization:manage' },
  { label: 'API keys', href: '/settings/keys', icon: KeyRound, permission: 'organization:manage' },
  { label: 'Webhooks', href: '/settings/webhooks', icon: Webhook, permission: 'webhooks:read' },
  { label: 'Data', href: '/settings/data', icon: Database, permission: 'books:export' },
];
