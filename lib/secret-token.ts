import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes in 43 characters that fit a link or a header: what somebody holds to be let in. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a token, in hex: the only form of it that is stored. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
