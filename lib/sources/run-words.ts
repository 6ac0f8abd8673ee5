import { formatCount } from '../format';
import type { SyncCounts } from './sync';

/** What a run did here: "4 posted, 2 reversed", or that nothing was new. */
export function resultWords({
  customers = 0,
  posted = 0,
  reversed = 0,
  applied = 0,
  taken = 0,
}: SyncCounts): string {
  const parts = [
    customers > 0 && `${formatCount(customers, 'customer')} added`,
    posted > 0 && `${formatCount(posted)} posted`,
    reversed > 0 && `${formatCount(reversed)} reversed`,
    applied > 0 && `${formatCount(applied)} applied`,
    taken > 0 && `${formatCount(taken)} taken back`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'Nothing new' : parts.join(', ');
}

/** How long something took: "4 s", "1 min 42 s". */
export function tookWords(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 1) return 'under 1 s';
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** How long ago an instant was: "just now", "12 minutes ago", "3 hours ago", "2 days ago". */
export function agoWords(at: Date, now = new Date()): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${formatCount(minutes, 'minute')} ago`;
  if (minutes < 48 * 60) return `${formatCount(Math.floor(minutes / 60), 'hour')} ago`;
  return `${formatCount(Math.floor(minutes / 1_440), 'day')} ago`;
}

/** The same in few letters: "just now", "12 min ago", "3 h ago", "2 d ago". */
export function briefAgo(at: Date, now = new Date()): string {
  return agoWords(at, now)
    .replace(/ minutes?/, ' min')
    .replace(/ hours?/, ' h')
    .replace(/ days?/, ' d');
}
