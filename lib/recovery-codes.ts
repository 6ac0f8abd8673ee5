import { randomBytes } from 'node:crypto';
import { toBase32 } from './base32';
import { tokenHash } from './secret-token';

const CODES = 10;

/** Ten codes of 80 random bits each, in four groups of letters and digits, for when the authenticator is lost. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () =>
    (toBase32(randomBytes(10)).toLowerCase().match(/.{4}/g) ?? []).join('-'),
  );
}

/** What is stored of a code, however it was typed; null for what cannot be one. */
export function recoveryCodeHash(typed: string): string | null {
  const letters = typed.toLowerCase().replace(/[\s-]/g, '');
  return /^[a-z2-7]{16}$/.test(letters) ? tokenHash(letters) : null;
}
