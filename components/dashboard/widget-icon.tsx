import {
  ChartColumn,
  ChartLine,
  ChartNoAxesColumn,
  Gauge,
  Handshake,
  HeartPulse,
  Layers,
  type LucideIcon,
  MessageCircleWarning,
  RefreshCw,
  Scale,
  ShieldAlert,
  TrendingDown,
  TrendingUp,
  Users,
} from 'lucide-react';
import type { WidgetId } from '@/lib/domain/dashboard-layout';

const ICONS: Readonly<Record<WidgetId, LucideIcon>> = {
  figures: Gauge,
  aging: Layers,
  'cash-expected': TrendingUp,
  'largest-balances': Scale,
  'payment-days': ChartColumn,
  'customer-health': HeartPulse,
  slipping: TrendingDown,
  dso: ChartLine,
  cei: ChartNoAxesColumn,
  promises: Handshake,
  disputes: MessageCircleWarning,
  'aging-by-owner': Users,
  'sync-health': RefreshCw,
  provision: ShieldAlert,
};

/** What stands for a widget where it is offered. */
export function WidgetIcon({ id }: { readonly id: WidgetId }) {
  const Icon = ICONS[id];
  return <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />;
}
