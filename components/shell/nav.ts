import {
  Banknote,
  BellRing,
  Building2,
  FileChartColumn,
  FileText,
  FileUp,
  History,
  House,
  Inbox,
  LayoutDashboard,
  ListChecks,
  ListFilter,
  type LucideIcon,
  Mail,
  ReceiptText,
  RefreshCw,
  Settings,
  Table2,
  Tag,
  Timer,
} from 'lucide-react';
import type { Route } from 'next';
import type { Permission } from '@/lib/permissions';

/** One place of the app in the menu. */
export interface NavItem {
  readonly label: string;
  readonly href: Route;
  readonly icon: LucideIcon;
  /** Whoever lacks it does not see the item. */
  readonly permission: Permission;
  /** After g, the key that goes there. */
  readonly key?: string;
  /** Also in the bottom bar of a phone, where three fit. */
  readonly onPhone?: boolean;
}

/** The menu, in groups. A new page is one line here. */
export const NAV: readonly (readonly NavItem[])[] = [
  [
    { label: 'Home', href: '/', icon: House, permission: 'books:read', key: 'h', onPhone: true },
    { label: 'Dashboard', href: '/dashboard', icon: LayoutDashboard, permission: 'books:read', key: 'd' },
    { label: 'Explore', href: '/explore', icon: ListFilter, permission: 'books:read', key: 'e' },
    { label: 'Aging report', href: '/aging', icon: Table2, permission: 'books:read', key: 'a' },
    {
      label: 'Reports',
      href: '/reports',
      icon: FileChartColumn,
      permission: 'books:export',
      key: 'r',
    },
  ],
  [
    {
      label: 'Worklist',
      href: '/worklist',
      icon: ListChecks,
      permission: 'books:read',
      key: 'w',
      onPhone: true,
    },
    {
      label: 'Customers',
      href: '/customers',
      icon: Building2,
      permission: 'books:read',
      key: 'c',
      onPhone: true,
    },
    {
      label: 'Statements',
      href: '/statements',
      icon: ReceiptText,
      permission: 'books:read',
      key: 't',
    },
    { label: 'Invoices', href: '/invoices', icon: FileText, permission: 'books:read', key: 'i' },
    { label: 'Payments', href: '/payments', icon: Banknote, permission: 'books:read', key: 'p' },
    { label: 'Receipts', href: '/receipts', icon: Inbox, permission: 'books:read', key: 'b' },
    { label: 'Services', href: '/services', icon: Tag, permission: 'books:read', key: 's' },
  ],
  [
    { label: 'Import', href: '/import', icon: FileUp, permission: 'books:import' },
    { label: 'Reminders', href: '/reminders', icon: BellRing, permission: 'mail:manage' },
    { label: 'Mail', href: '/mails', icon: Mail, permission: 'mail:manage', key: 'm' },
    { label: 'Jobs', href: '/jobs', icon: Timer, permission: 'organization:manage' },
    { label: 'Sync', href: '/sync', icon: RefreshCw, permission: 'books:read' },
    { label: 'Activity', href: '/activity', icon: History, permission: 'activity:read' },
    { label: 'Settings', href: '/settings', icon: Settings, permission: 'books:read' },
  ],
];

/** Where a person changes the own name and password. */
export const ACCOUNT_HREF: Route = '/account';
