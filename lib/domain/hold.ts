/** What a hold stops: reminders, or further credit. */
export const HOLD_KINDS = ['reminders', 'credit'] as const;

/** What a hold stops. */
export type HoldKind = (typeof HOLD_KINDS)[number];
