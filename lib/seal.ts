import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { authSecret } from './auth-secret';

const NONCE = 12;
const TAG = 16;

/**
 * A text that only this installation can read back, and only for the same purpose (AES-256-GCM with a key of AUTH_SECRET). Who
 * changes AUTH_SECRET makes it unreadable.
 */
export function seal(text: string, purpose: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(purpose), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** What was sealed for the purpose; null when it was not, or not by this installation. */
export function unseal(sealed: string, purpose: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < NONCE + TAG) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(purpose), bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  } catch {
    // Not an error of ours: somebody brought what we did not seal.
    return null;
  }
}

function keyOf(purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', authSecret(), '', `dueline ${purpose}`, 32));
}
