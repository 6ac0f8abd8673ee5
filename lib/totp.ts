import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { fromBase32, toBase32 } from './base32';

const STEP_SECONDS = 30;
/** Steps before and after the present one whose codes are taken: clocks differ. */
const TOLERATED = 1;

/** A new secret that codes are computed from: 160 random bits in base 32. */
export function newTotpSecret(): string {
  return toBase32(randomBytes(20));
}

/** The 30 seconds that an instant lies in, counted from 1970. */
export function totpStepAt(milliseconds: number): number {
  return Math.floor(milliseconds / 1_000 / STEP_SECONDS);
}

/** The six digits of a step (RFC 6238 with SHA-1, as every authenticator app computes them). */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}

/** The step whose code was typed, near now and after `lastStep`; null when it is none of these. */
export function stepOfCode(
  secret: string,
  code: string,
  { now, lastStep }: { readonly now: number; readonly lastStep: number },
): number | null {
  const typed = Buffer.from(code);
  const present = totpStepAt(now);
  for (let step = present - TOLERATED; step <= present + TOLERATED; step += 1) {
    const right = Buffer.from(totpCode(secret, step));
    if (step > lastStep && right.length === typed.length && timingSafeEqual(right, typed)) return step;
  }
  return null;
}

/** What the picture of a secret holds: an authenticator app reads it (Key URI format). */
export function totpUri(secret: string, email: string): string {
  const label = encodeURIComponent(`Dueline:${email.slice(0, 100)}`);
  return `otpauth://totp/${label}?secret=${secret}&issuer=Dueline`;
}
