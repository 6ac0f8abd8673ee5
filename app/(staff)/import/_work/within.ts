/** Milliseconds that booking or undoing an import may take: ten minutes. */
export const WITHIN = 600_000;
