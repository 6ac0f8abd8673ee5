import { z } from 'zod';

/** The preference that `OwnTaste` is kept under. */
export const OWN_TASTE = 'own';

/** The pages that somebody can begin with, in the order of the menu. */
export const START_PAGES = [
  ['/', 'Home'],
  ['/dashboard', 'Dashboard'],
  ['/explore', 'Explore'],
  ['/aging', 'Aging report'],
  ['/worklist', 'Worklist'],
  ['/customers', 'Customers'],
  ['/invoices', 'Invoices'],
  ['/payments', 'Payments'],
  ['/receipts', 'Receipt desk'],
] as const;

const STARTS = START_PAGES.map(([path]) => path);

/** How somebody of the business likes the whole application, on every browser: nobody else is touched by it. */
export const ownTaste = z.object({
  /** The page that a sign-in leads to when no other was asked for. */
  start: z.enum(STARTS),
  theme: z.enum(['light', 'dark', 'system']),
  /** How close the lines of tables stand. */
  density: z.enum(['comfortable', 'compact']),
  /** Whether open pages draw their figures again when something is recorded. */
  isLive: z.boolean(),
  /** Whether the daily summary comes by mail, where the business sends one. */
  getsDigest: z.boolean(),
});

/** As `ownTaste` reads it. */
export type OwnTaste = z.output<typeof ownTaste>;

const USUAL: OwnTaste = {
  start: '/',
  theme: 'system',
  density: 'comfortable',
  isLive: true,
  getsDigest: true,
};

/** A taste as it was kept; the usual one for null. @throws ZodError for what was not kept by us. */
export function readOwnTaste(value: unknown): OwnTaste {
  return value === null ? USUAL : ownTaste.parse(value);
}
